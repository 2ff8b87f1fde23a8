/** As much of a piece of HTML's tree as is asked about here. */
interface Piece {
  readonly type: string
  readonly tagName?: string
  properties?: Record<string, unknown>
  readonly children?: readonly Piece[]
}

const holders: ReadonlySet<string> = new Set(['li', 'blockquote', 'table'])

/**
 * What holds text stands on the side that its words begin on, whatever the page's language; which side a paragraph begins on
 * is the style sheet's to say.
 */
export function autoDirection(): (tree: Piece) => void {
  return function mark(piece) {
    if (piece.type === 'element' && piece.tagName !== undefined && holders.has(piece.tagName)) {
      piece.properties = { ...piece.properties, dir: 'auto' }
    }
    for (const child of piece.children ?? []) mark(child)
  }
}
