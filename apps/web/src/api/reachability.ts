import { useSyncExternalStore } from 'react'

/** Whether the server answered when it was last asked. Told by every call, and by the browser when it loses its network. */
export interface Reachability {
  get(): boolean
  set(reachable: boolean): void
  subscribe(listener: () => void): () => void
}

export function createReachability(): Reachability {
  const listeners = new Set<() => void>()
  let reachable = true
  return {
    get: () => reachable,
    set(next) {
      if (next === reachable) return
      reachable = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The page's own. */
export const reachability = createReachability()

/** Whether the server can be reached, as far as this page knows. */
export function useReachable(): boolean {
  return useSyncExternalStore(reachability.subscribe, reachability.get)
}
