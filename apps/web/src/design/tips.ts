import { useSyncExternalStore } from 'react'

/** Words shown beside a control. */
export interface Tip {
  readonly anchor: HTMLElement
  readonly words: string
  /** A key that does the same. */
  readonly keys: string | undefined
}

/** How long the pointer rests before the words come, and how long it may be on its way to them, ms. */
const restMs = 500
const wayMs = 120

const listeners = new Set<() => void>()
let current: Tip | null = null
let timer: ReturnType<typeof setTimeout> | undefined

/** What a control is given to show words while it is hovered or focused; never the only place where something is said. */
export function tip(words: string, keys?: string) {
  return { 'data-tip': words, 'data-tip-keys': keys }
}

/** The words to show now. */
export function useTip(): Tip | null {
  return useSyncExternalStore(subscribe, () => current)
}

export function closeTip(): void {
  clearTimeout(timer)
  set(null)
}

/** One set of listeners for the whole page: a control needs nothing but its attributes. */
function subscribe(listener: () => void): () => void {
  const off = new AbortController()
  const { signal } = off
  listeners.add(listener)
  document.addEventListener('pointerover', handlePointer, { signal })
  document.addEventListener('focusin', handleFocus, { signal })
  document.addEventListener('focusout', closeTip, { signal })
  // What is pressed has been found.
  document.addEventListener('pointerdown', closeTip, { signal, capture: true })
  document.addEventListener('click', closeTip, { signal, capture: true })
  document.addEventListener('keydown', handleKey, { signal })
  return () => {
    off.abort()
    listeners.delete(listener)
  }
}

function handlePointer({ target, pointerType }: PointerEvent): void {
  if (pointerType !== 'mouse' || !(target instanceof Element)) return
  clearTimeout(timer)
  // Whoever needs to may read on the words themselves.
  if (target.closest('[data-tip-popup]') !== null) return
  const anchor = anchorOf(target)
  if (anchor === (current?.anchor ?? null)) return
  timer = setTimeout(() => set(tipOf(anchor)), anchor === null ? wayMs : current === null ? restMs : 0)
}

function handleFocus({ target }: FocusEvent): void {
  if (target instanceof Element && target.matches(':focus-visible')) set(tipOf(anchorOf(target)))
}

function handleKey(event: KeyboardEvent): void {
  if (event.key === 'Escape') closeTip()
}

const anchorOf = (element: Element) => element.closest<HTMLElement>('[data-tip]')

function tipOf(anchor: HTMLElement | null): Tip | null {
  const words = anchor?.dataset.tip
  return anchor === null || words === undefined || !anchor.isConnected
    ? null
    : { anchor, words, keys: anchor.dataset.tipKeys }
}

function set(next: Tip | null): void {
  if (next === current) return
  current = next
  for (const listener of listeners) listener()
}
