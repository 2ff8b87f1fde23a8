/** As much of a piece of HTML's tree as is asked about here. */
interface Piece {
  readonly type: string
  readonly tagName?: string
  properties?: Record<string, unknown>
  readonly children?: readonly Piece[]
}

const blocks: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'th', 'td', 'summary'])

/** Each block of text is written from the side its own words begin on, whatever the page's language. */
export function autoDirection(): (tree: Piece) => void {
  return function mark(piece) {
    if (piece.type === 'element' && piece.tagName !== undefined && blocks.has(piece.tagName)) {
      piece.properties = { ...piece.properties, dir: 'auto' }
    }
    for (const child of piece.children ?? []) mark(child)
  }
}
