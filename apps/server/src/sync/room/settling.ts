/** Tells once things have been quiet for a while. */
export interface Settling {
  changed(): void
  /** Tells now what has not been told. Resolves when whoever is told has taken it in. */
  flush(): Promise<void>
}

/**
 * Tells `settleMs` after the last change, and at latest `settleAtLatestMs` after the first; but what takes long is done
 * the more seldom, so that typing in a large record costs no more than in a small one.
 * @param tell must not reject
 * @param expectedMs how long it will take, where it was not told yet
 */
export function createSettling(
  tell: () => Promise<void>,
  timing: { settleMs: number; settleAtLatestMs: number },
  expectedMs: () => number,
): Settling {
  let waiting: { timer: NodeJS.Timeout; since: number } | undefined
  let telling: Promise<void> = Promise.resolve()
  let restsUntil: number | undefined

  function now(): void {
    if (waiting === undefined) return
    clearTimeout(waiting.timer)
    waiting = undefined
    telling = telling.then(tellAndRest)
  }

  async function tellAndRest(): Promise<void> {
    const began = performance.now()
    await tell()
    restsUntil = restedAt(performance.now() - began)
  }

  const restedAt = (workMs: number) => Date.now() + Math.min(longestRestMs, workMs * restPerWork)

  return {
    changed() {
      const at = Date.now()
      const since = waiting?.since ?? at
      clearTimeout(waiting?.timer)
      restsUntil ??= restedAt(expectedMs())
      const delay = Math.max(0, restsUntil - at, Math.min(timing.settleMs, since + timing.settleAtLatestMs - at))
      waiting = { since, timer: setTimeout(now, delay) }
    },
    async flush() {
      now()
      await telling
    },
  }
}

const restPerWork = 1_000
const longestRestMs = 60_000
