/** Tells once things have been quiet for a while. */
export interface Settling {
  changed(): void
  /** Tells now what has not been told. Resolves when whoever is told has taken it in. */
  flush(): Promise<void>
}

/**
 * @param tell must not reject
 * @param timing `settleMs` after the last change, and at latest `settleAtLatestMs` after the first
 */
export function createSettling(
  tell: () => Promise<void>,
  timing: { settleMs: number; settleAtLatestMs: number },
): Settling {
  let waiting: { timer: NodeJS.Timeout; since: number } | undefined
  let telling: Promise<void> = Promise.resolve()
  let restsUntil = 0

  function now(): void {
    if (waiting === undefined) return
    clearTimeout(waiting.timer)
    waiting = undefined
    telling = telling.then(tellAndRest)
  }

  /** A large record takes long to look at; whoever types in it makes that happen the more seldom. */
  async function tellAndRest(): Promise<void> {
    const began = Date.now()
    await tell()
    restsUntil = Date.now() + (Date.now() - began) * restPerWork
  }

  return {
    changed() {
      const at = Date.now()
      const since = waiting?.since ?? at
      clearTimeout(waiting?.timer)
      const delay = Math.max(0, restsUntil - at, Math.min(timing.settleMs, since + timing.settleAtLatestMs - at))
      waiting = { since, timer: setTimeout(now, delay) }
    },
    async flush() {
      now()
      await telling
    },
  }
}

const restPerWork = 200
