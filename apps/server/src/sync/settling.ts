/** Tells once things have been quiet for a while. */
export interface Settling {
  changed(): void
  /** Tells now what has not been told. */
  flush(): void
  /** Tells nothing of what has not been told. */
  forget(): void
}

/** @param timing `settleMs` after the last change, and at latest `settleAtLatestMs` after the first */
export function createSettling(tell: () => void, timing: { settleMs: number; settleAtLatestMs: number }): Settling {
  let waiting: { timer: NodeJS.Timeout; since: number } | undefined

  function flush(): void {
    if (waiting === undefined) return
    forget()
    tell()
  }

  function forget(): void {
    clearTimeout(waiting?.timer)
    waiting = undefined
  }

  return {
    changed() {
      const now = Date.now()
      const since = waiting?.since ?? now
      clearTimeout(waiting?.timer)
      const delay = Math.max(0, Math.min(timing.settleMs, since + timing.settleAtLatestMs - now))
      waiting = { since, timer: setTimeout(flush, delay) }
    },
    flush,
    forget,
  }
}
