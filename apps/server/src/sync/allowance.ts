/** What may be spent: so much at once, and so much more with each second. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

/** A token bucket. It may be overdrawn by the last thing it was spent on. */
export interface Allowance {
  /** Milliseconds until something may be spent again; 0 where it may be now. */
  readonly waitMs: number
  /** Whether at least half of what may be saved up is there. */
  readonly isRested: boolean
  spend(cost: number): void
}

/** @param now milliseconds of a clock that never goes back */
export function createAllowance({ burst, perSecond }: Rate, now: () => number = () => performance.now()): Allowance {
  let left = burst
  let at = now()

  function refill(): number {
    const time = now()
    left = Math.min(burst, left + ((time - at) / 1_000) * perSecond)
    at = time
    return left
  }

  return {
    get waitMs() {
      return refill() > 0 ? 0 : Math.floor((-left / perSecond) * 1_000) + 1
    },
    get isRested() {
      return refill() >= burst / 2
    },
    spend(cost) {
      left = refill() - cost
    },
  }
}
