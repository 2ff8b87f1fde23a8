/** What may be spent: so much at once, and so much more with each second. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

/** A token bucket. Something may be spent while there is one left; it may be overdrawn by the last thing that was. */
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
      return refill() >= 1 ? 0 : Math.ceil(((1 - left) / perSecond) * 1_000)
    },
    get isRested() {
      return refill() >= burst / 2
    },
    spend(cost) {
      left = refill() - cost
    },
  }
}
