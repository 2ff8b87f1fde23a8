import { useSyncExternalStore } from 'react'

/** What the frame can lay over any page. */
export type Panel = 'keys' | 'palette'

const listeners = new Set<() => void>()
let current: Panel | null = null

/** Opens one of the frame's dialogs from anywhere. */
export function openPanel(panel: Panel): void {
  set(panel)
}

export function closePanel(): void {
  set(null)
}

/** Which of them is open. */
export function usePanel(): Panel | null {
  return useSyncExternalStore(subscribe, () => current)
}

function set(next: Panel | null): void {
  if (next === current) return
  current = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
