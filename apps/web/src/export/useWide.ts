import { useSyncExternalStore } from 'react'

const query = window.matchMedia('(min-width: 60rem)')

/** Whether two pages of text fit beside each other. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches)
}

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
