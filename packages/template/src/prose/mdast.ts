import type { Literal, Parent, PhrasingContent } from 'mdast'

/** Markdown that is printed as it is: what the document has no node for. */
export interface Opaque extends Literal {
  type: 'opaque'
}

/** The content of a text slot, between the literal characters around it. */
export interface Line extends Parent {
  type: 'line'
  children: PhrasingContent[]
  before: string
  after: string
  cell: boolean
}

declare module 'mdast' {
  interface PhrasingContentMap {
    opaque: Opaque
  }
  interface BlockContentMap {
    opaque: Opaque
  }
  interface RootContentMap {
    opaque: Opaque
    line: Line
  }
  interface ListData {
    /** `-`, `*` or `+`; `.` or `)` when the list is ordered. */
    marker: string
  }
  interface ListItemData {
    /** `-`, `3.`: what the item starts with. */
    marker: string
  }
}
