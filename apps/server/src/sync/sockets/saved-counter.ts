/** Counts, for one connection, how many of its document frames are durable. */
export interface SavedCounter {
  /** A document frame came. @returns its number, from 1 */
  received(): number
  /** The frame was refused: the count stops before it, until a whole answer to a resync covers it. */
  refused(frame: number): void
  /** The frame is durable, and with it all accepted ones before. */
  durable(frame: number, isWholeAnswer: boolean): void
  /** @returns the count, where it has moved since it was last asked for */
  news(): number | undefined
}

/**
 * A sync step 2 holds everything its sender has that the server lacks, refused frames before it included.
 * @see docs/spec.md D1, S6
 */
export function createSavedCounter(): SavedCounter {
  let last = 0
  let durable = 0
  let told = 0
  /** From the first refused frame that nothing covers to the last one; frames in between count as refused. */
  let hole: { first: number; last: number } | undefined

  return {
    received() {
      last += 1
      return last
    },
    refused(frame) {
      hole = { first: hole?.first ?? frame, last: frame }
    },
    durable(frame, isWholeAnswer) {
      if (hole !== undefined && isWholeAnswer) {
        hole = frame > hole.last ? undefined : { first: Math.max(hole.first, frame + 1), last: hole.last }
      }
      durable = frame
    },
    news() {
      const count = Math.min(durable, (hole?.first ?? Number.POSITIVE_INFINITY) - 1)
      if (count <= told) return undefined
      told = count
      return count
    },
  }
}
