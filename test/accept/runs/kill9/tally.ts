/** What became of each edit; an edit is a word that stands nowhere else. */
export interface Tally {
  typed(count: number): void
  /** The server called it saved. */
  noteAcknowledged(recordId: string, words: readonly string[]): void
  /** Somebody else was shown it. */
  noteSeen(recordId: string, words: Iterable<string>): void
  /** Compares with what a record holds after the server was ended. */
  audit(recordId: string, present: ReadonlySet<string>): void
  totals(): {
    typed: number
    acknowledged: number
    seen: number
    /** Called saved, and missing from a record later. */
    lost: string[]
    /** Shown to somebody, and missing from a record later. */
    vanished: string[]
  }
}

export function createTally(recordIds: readonly string[]): Tally {
  const acknowledged = new Map(recordIds.map((id) => [id, new Set<string>()]))
  const seen = new Map(recordIds.map((id) => [id, new Set<string>()]))
  const lost = new Set<string>()
  const vanished = new Set<string>()
  let typed = 0

  return {
    typed(count) {
      typed += count
    },
    noteAcknowledged(recordId, words) {
      for (const word of words) acknowledged.get(recordId)?.add(word)
    },
    noteSeen(recordId, words) {
      for (const word of words) seen.get(recordId)?.add(word)
    },
    audit(recordId, present) {
      for (const word of acknowledged.get(recordId) ?? []) if (!present.has(word)) lost.add(word)
      for (const word of seen.get(recordId) ?? []) if (!present.has(word)) vanished.add(word)
    },
    totals: () => ({
      typed,
      acknowledged: sizeOf(acknowledged),
      seen: sizeOf(seen),
      lost: [...lost],
      vanished: [...vanished],
    }),
  }
}

const sizeOf = (sets: Map<string, Set<string>>) => [...sets.values()].reduce((sum, set) => sum + set.size, 0)
