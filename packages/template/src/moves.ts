/**
 * Of things that are in both orders, the fewest that must have moved to get from one to the other.
 * @param before their ids in the old order. `after` holds the same ones.
 */
export function movedIn(before: readonly string[], after: readonly string[]): Set<string> {
  const ranks = new Map(before.map((id, rank) => [id, rank]))
  const stayed = longestRise(after, (id) => ranks.get(id) ?? 0)
  return new Set(after.filter((id) => !stayed.has(id)))
}

/** A run of things, from its last one backwards. */
interface Run {
  readonly id: string
  readonly rank: number
  readonly before: Run | undefined
}

/** The longest run of things whose ranks rise, others between them left out. */
function longestRise(ids: readonly string[], rankOf: (id: string) => number): Set<string> {
  /** For each length, the run of that length with the lowest end. */
  const runs: Run[] = []
  for (const id of ids) {
    const rank = rankOf(id)
    const length = lengthBelow(runs, rank)
    runs[length] = { id, rank, before: runs[length - 1] }
  }
  const found = new Set<string>()
  for (let run = runs.at(-1); run !== undefined; run = run.before) found.add(run.id)
  return found
}

/** How many of the runs end below `rank`; their ends rise. */
function lengthBelow(runs: readonly Run[], rank: number): number {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (Number(runs[middle]?.rank) < rank) low = middle + 1
    else high = middle
  }
  return low
}
