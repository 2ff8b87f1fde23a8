import type { StoreHealth } from '../store.js'
import { StoreError } from '../store-error.js'

/** Knows, place by place, whether the last write went through. */
export interface WriteHealth {
  /**
   * Passes `write` on and remembers how it ended. Refusals of the store's own are no failures of the disk.
   * @param place as a message names it
   * @throws StoreError `write-failed` for what the system says
   */
  watch<T>(place: string, write: Promise<T>): Promise<T>
  /** Forgets a place that is no more. */
  forget(place: string): void
  state(): StoreHealth
}

export function createWriteHealth(): WriteHealth {
  const failing = new Map<string, { since: Date; reason: string }>()
  return {
    async watch(place, write) {
      try {
        const result = await write
        failing.delete(place)
        return result
      } catch (cause) {
        if (cause instanceof StoreError) throw cause
        const reason = cause instanceof Error ? cause.message : String(cause)
        failing.set(place, { since: failing.get(place)?.since ?? new Date(), reason })
        const message = `${place} could not be written (${reason}). What was saved before is kept; free or repair the disk and try again.`
        throw new StoreError('write-failed', message, { cause })
      }
    },
    forget(place) {
      failing.delete(place)
    },
    state() {
      const first = failing.values().next()
      return first.done ? { state: 'ok' } : { state: 'failing', ...first.value }
    },
  }
}
