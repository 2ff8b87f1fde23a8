import type { Slot } from './outline.js'

/**
 * The template as a page: the tree a view walks. Text is already decoded; slots, ticks, indices and sign-offs stand
 * where they stand in the Markdown. The children of a `group` are the blocks of one item, to be shown once an item.
 */
export type LayoutBlock =
  | {
      readonly type: 'heading'
      readonly depth: number
      readonly id: string
      readonly children: readonly LayoutInline[]
    }
  | { readonly type: 'paragraph'; readonly children: readonly LayoutInline[] }
  | { readonly type: 'prose'; readonly slot: Slot }
  | {
      readonly type: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly children: readonly (LayoutListItem | LayoutGroup)[]
    }
  | { readonly type: 'quote'; readonly children: readonly LayoutBlock[] }
  | { readonly type: 'code'; readonly language: string; readonly children: readonly LayoutInline[] }
  | { readonly type: 'html'; readonly children: readonly LayoutInline[] }
  | {
      readonly type: 'table'
      readonly align: readonly ('left' | 'right' | 'center' | null)[]
      /** The first row is the header. */
      readonly rows: readonly (readonly (readonly LayoutInline[])[])[]
    }
  | { readonly type: 'rule' }
  /** Front matter, line by line; `key` is empty for a line that is no `key: value`. */
  | {
      readonly type: 'frontMatter'
      readonly fields: readonly { readonly key: string; readonly children: readonly LayoutInline[] }[]
    }
  | LayoutGroup

export interface LayoutListItem {
  readonly type: 'listItem'
  readonly children: readonly (LayoutBlock | LayoutGroup)[]
}

export interface LayoutGroup {
  readonly type: 'group'
  readonly id: string
  readonly label: string
  /** Blocks of one item; for a group of list items, one `listItem`. */
  readonly children: readonly (LayoutBlock | LayoutListItem)[]
}

export type LayoutInline =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'strong' | 'emphasis' | 'strike' | 'code'; readonly children: readonly LayoutInline[] }
  | { readonly type: 'link'; readonly children: readonly LayoutInline[]; readonly target: readonly LayoutInline[] }
  | { readonly type: 'break' }
  /** `at`: see SlotPart. */
  | { readonly type: 'slot'; readonly slot: Slot; readonly at: readonly number[] | null }
  | { readonly type: 'index'; readonly level: number }
  /** `done`: what an untouched one is. */
  | { readonly type: 'tick'; readonly id: string; readonly done: boolean }
  /** Both slots of a sign-off line and the brackets around its date. */
  | { readonly type: 'signoff'; readonly role: string; readonly label: string }
  | { readonly type: 'status'; readonly value: string }
