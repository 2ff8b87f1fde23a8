import type { Signoff } from '@colophon/protocol'

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

/**
 * The names of the slots that nobody has filled, each once, in the order of the page. A sign-off's date is not among them:
 * it comes with the sign-off.
 */
export function unfilledSlots(markdown: string, signoffs: readonly SignoffName[]): string[] {
  const names = new Set(cutAtSlots(markdown).flatMap((piece) => (piece.kind === 'slot' ? [piece.name] : [])))
  for (const signoff of signoffs) names.delete(dateSlotOf(signoff))
  return [...names]
}

/** What a sign-off is called, as the record's ledger has it. */
export type SignoffName = Pick<Signoff, 'role' | 'label'>

/** Where a slot is in the record: what it is called by people, and the fragment of the address that leads there. */
export interface SlotPlace {
  readonly label: string
  readonly hash: string
}

/** Finds a slot by its name in the file. */
export type SlotPlaces = (name: string) => SlotPlace

/** A sign-off is called as the record's own list of them calls it; `PHASE_1_NAME` reads "Phase 1 name". */
export function slotPlaces(signoffs: readonly SignoffName[]): SlotPlaces {
  const places = new Map(
    signoffs.flatMap((signoff) => {
      const place = { label: signoff.label, hash: `signoff=${encodeURIComponent(signoff.role)}` }
      return [
        [nameSlotOf(signoff), place],
        [dateSlotOf(signoff), place],
      ]
    }),
  )
  return (name) => places.get(name) ?? { label: inWords(name), hash: `slot=${name}` }
}

const nameSlotOf = ({ role }: SignoffName) => `${role.toUpperCase().replaceAll('-', '_')}_SIGNOFF`
const dateSlotOf = (signoff: SignoffName) => `${nameSlotOf(signoff)}_DATE`

function inWords(name: string): string {
  const words = name.replaceAll('_', ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
