import { useEffect, useLayoutEffect, useSyncExternalStore } from 'react'

/** `mod` is ⌘ on a Mac and Ctrl elsewhere. A combination is written `mod+k`, `shift+mod+z`, or a bare character such as `?`. */
export type Combination = string

export interface KeyHelp {
  readonly keys: Combination
  readonly does: string
}

export interface KeyGroup {
  readonly title: string
  readonly keys: readonly KeyHelp[]
}

/** Whether this machine has ⌘ where others have Ctrl. */
export const apple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/** Calls `handle` when `combination` is pressed. Without `mod` it is ignored where a person writes, and in dialogs and menus. */
export function useKey(combination: Combination, handle: () => void): void {
  // With the page that it belongs to, not some time after that is seen.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !matches(combination, event, apple)) return
      if (!combination.includes('mod+') && isTaken(event.target)) return
      event.preventDefault()
      handle()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [combination, handle])
}

/** Whether `event` is that combination. A character is compared as typed, so Shift is part of it where the layout needs it. */
export function matches(
  combination: Combination,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  onApple: boolean,
): boolean {
  const parts = combination.toLowerCase().split('+')
  const key = parts.pop() ?? ''
  const mod = onApple ? event.metaKey : event.ctrlKey
  const otherMod = onApple ? event.ctrlKey : event.metaKey
  if (event.key.toLowerCase() !== key || otherMod) return false
  if (mod !== parts.includes('mod') || event.altKey !== parts.includes('alt')) return false
  const shiftIsAsked = parts.includes('shift')
  return shiftIsAsked ? event.shiftKey : !event.shiftKey || isSymbol(key)
}

/** The combination as it is written on this machine's keys: `['⌘', 'K']` or `['Ctrl', 'K']`. */
export function keyCaps(combination: Combination, onApple = apple): string[] {
  const names: Record<string, string> = onApple
    ? { mod: '⌘', shift: '⇧', alt: '⌥', enter: '↩' }
    : { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', enter: 'Enter' }
  return combination
    .split('+')
    .map((part) => names[part.toLowerCase()] ?? (part.length === 1 ? part.toUpperCase() : part))
}

const groups = new Set<KeyGroup>()
const listeners = new Set<() => void>()
let snapshot: readonly KeyGroup[] = []

/** Lists `group` in the keys dialog while the component is there. Give the same object each time: a constant of the module. */
export function useKeyHelp(group: KeyGroup): void {
  useEffect(() => {
    groups.add(group)
    publish()
    return () => {
      groups.delete(group)
      publish()
    }
  }, [group])
}

/** What the keys dialog lists now. */
export function useKeyGroups(): readonly KeyGroup[] {
  return useSyncExternalStore(subscribe, () => snapshot)
}

function publish(): void {
  snapshot = [...groups]
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function isSymbol(key: string): boolean {
  return key.length === 1 && key.toLowerCase() === key.toUpperCase()
}

function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  // A menu finds its items by their first letters; a dialog is about one thing.
  return target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null
}
