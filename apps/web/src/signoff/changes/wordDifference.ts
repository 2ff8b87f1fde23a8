import { diffWordsWithSpace } from 'diff'

/** A piece of two texts that are shown as one. */
export interface Piece {
  /** In both, only in the later one, only in the earlier one; or where words that are in both were left out. */
  readonly kind: 'same' | 'added' | 'removed' | 'cut'
  /** `''` for `cut`. */
  readonly text: string
}

/** Two texts that differ in more words than this are shown one after the other; nobody could read them mixed. */
const mostChanges = 1_000
/** How much of what did not change is shown beside what did, characters. */
const surroundings = 60

/**
 * Compares two texts word by word. Words that changed are all there; of a longer run of words that did not, only those
 * beside a change.
 */
export function wordDifference(before: string, after: string): Piece[] {
  const found = diffWordsWithSpace(before, after, { maxEditLength: mostChanges })
  const pieces: Piece[] = found?.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  })) ?? [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  const runs = inRuns(pieces)
  return runs.flatMap((piece, i) => (piece.kind === 'same' ? cut(piece.text, i > 0, i < runs.length - 1) : [piece]))
}

/** Several words changed in a row are one change, the spaces between them with them. */
function inRuns(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = []
  let removed = ''
  let added = ''
  const endRun = () => {
    if (removed !== '') runs.push({ kind: 'removed', text: removed })
    if (added !== '') runs.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  pieces.forEach((piece, i) => {
    const isWithin = removed + added !== '' && i < pieces.length - 1 && /^[ \t]+$/.test(piece.text)
    if (piece.kind === 'same' && !isWithin) {
      endRun()
      runs.push(piece)
    }
    if (piece.kind === 'removed' || (piece.kind === 'same' && isWithin)) removed += piece.text
    if (piece.kind === 'added' || (piece.kind === 'same' && isWithin)) added += piece.text
  })
  endRun()
  return runs
}

/** Leaves the ends of a long text that have a change beside them. */
function cut(text: string, isBehind: boolean, isBefore: boolean): Piece[] {
  if (text.length <= surroundings * (isBehind && isBefore ? 2 : 1)) return [{ kind: 'same', text }]
  return [
    ...(isBehind ? [{ kind: 'same', text: headOf(text) } as const] : []),
    { kind: 'cut', text: '' },
    ...(isBefore ? [{ kind: 'same', text: tailOf(text) } as const] : []),
  ]
}

/** Whole words, as far as there are spaces. */
const headOf = (text: string) => text.slice(0, surroundings).replace(/(?<=\s)\S+$/u, '')
const tailOf = (text: string) => text.slice(-surroundings).replace(/^\S+(?=\s)/u, '')
