import type { Watch } from './watch.js'

/** A value that can be read, set and followed. */
export interface Cell<T> extends Watch<T> {
  set(value: T): void
}

export function createCell<T>(value: T): Cell<T> {
  const listeners = new Set<() => void>()
  let present = value
  return {
    get: () => present,
    set(next) {
      if (next === present) return
      present = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
