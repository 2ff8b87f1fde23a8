import { useSyncExternalStore } from 'react'

export type ToastTone = 'neutral' | 'problem'

export interface ToastOptions {
  /** A second line: what was kept, what to do. */
  detail?: string
  tone?: ToastTone
  /** One thing that can be done about it, such as taking it back. */
  action?: { label: string; onAction: () => void }
  /** A later message with the same key takes the place of the earlier one. */
  key?: string
}

/** A message as it is shown. */
export interface Toast extends Omit<ToastOptions, 'key'> {
  readonly key: string
  readonly message: string
  readonly tone: ToastTone
  /** How long it is shown, ms; `null` until it is dismissed. */
  readonly shownMs: number | null
}

const plainMs = 5_000
const withActionMs = 10_000

const listeners = new Set<() => void>()
let toasts: readonly Toast[] = []
let count = 0

/**
 * Says something for a few seconds, longer when it offers an action; hovering or focusing holds it. A problem is
 * read out at once and stays until it is dismissed.
 * @returns a key for {@link closeToast}.
 */
export function toast(message: string, { detail, tone = 'neutral', action, key }: ToastOptions = {}): string {
  count += 1
  const said: Toast = {
    key: key ?? `toast-${count}`,
    message,
    tone,
    shownMs: tone === 'problem' ? null : action === undefined ? plainMs : withActionMs,
    ...(detail === undefined ? {} : { detail }),
    ...(action === undefined ? {} : { action }),
  }
  set([...toasts.filter((other) => other.key !== said.key), said])
  return said.key
}

/** Takes a message away before its time. */
export function closeToast(key: string): void {
  set(toasts.filter((shown) => shown.key !== key))
}

/** What is being said, the oldest first. */
export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts)
}

function set(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
