/** How long things took, milliseconds. */
export interface Spread {
  readonly count: number
  readonly p50: number
  readonly p99: number
  readonly worst: number
}

export function spreadOf(took: readonly number[]): Spread {
  const sorted = took.toSorted((left, right) => left - right)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), worst: sorted.at(-1) ?? 0 }
}

/** `p50 0.4, p99 3.1, worst 12 ms`. */
export function spell({ p50, p99, worst }: Spread): string {
  return `p50 ${round(p50)}, p99 ${round(p99)}, worst ${round(worst)} ms`
}

const round = (ms: number) => (ms < 10 ? ms.toFixed(1) : String(Math.round(ms)))
