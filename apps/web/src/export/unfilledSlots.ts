/** A piece of a Markdown file: words, or a slot that nobody has filled, `at` characters from its beginning. */
export type Piece = { kind: 'words'; text: string } | { kind: 'slot'; name: string; text: string; at: number }

const slot = /\{\{([A-Z][A-Z0-9_]*)\}\}/g

/** Cuts `markdown` at its placeholders. The pieces joined are the file again, character for character. */
export function cutAtSlots(markdown: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of markdown.matchAll(slot)) {
    const [text, name = ''] = match
    if (match.index > from) pieces.push({ kind: 'words', text: markdown.slice(from, match.index) })
    pieces.push({ kind: 'slot', name, text, at: match.index })
    from = match.index + text.length
  }
  if (from < markdown.length) pieces.push({ kind: 'words', text: markdown.slice(from) })
  return pieces
}

/** The names of the slots that nobody has filled, each once, in the order of the page. */
export function unfilledSlots(markdown: string): string[] {
  return [...new Set(cutAtSlots(markdown).flatMap((piece) => (piece.kind === 'slot' ? [piece.name] : [])))]
}

/** A slot's name for people: `PHASE_1_NAME` reads "Phase 1 name". */
export function slotLabel(name: string): string {
  const words = name.replaceAll('_', ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
