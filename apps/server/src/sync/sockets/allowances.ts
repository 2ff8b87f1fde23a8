import { type Allowance, createAllowance, type Rate } from './allowance.js'

/** An allowance for each of many: addresses, or people. */
export interface Allowances {
  /** Takes one from `key`'s allowance. @returns 0, or how many milliseconds `key` has to wait, and then nothing was taken */
  take(key: string): number
}

/**
 * Holds no timers, and forgets whoever came longest ago when there are too many.
 * @param most how many are remembered
 * @see docs/spec.md A1, A7
 */
export function createAllowances(rate: Rate, most = 10_000): Allowances {
  const allowances = new Map<string, Allowance>()

  function allowanceOf(key: string): Allowance {
    const allowance = allowances.get(key) ?? createAllowance(rate)
    allowances.delete(key)
    allowances.set(key, allowance)
    const [oldest] = allowances.keys()
    if (allowances.size > most && oldest !== undefined) allowances.delete(oldest)
    return allowance
  }

  return {
    take(key) {
      const allowance = allowanceOf(key)
      const { waitMs } = allowance
      if (waitMs === 0) allowance.spend(1)
      return waitMs
    },
  }
}
