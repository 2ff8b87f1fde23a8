import { focusStrings } from '#strings/designFocus'
import { toast } from '../toast.js'

/** What lies over the page: from there one comes back to where one was in it. */
const over = '[data-base-ui-portal], [role="dialog"], [role="menu"], section:has(> [aria-live])'
const takesFocus =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [contenteditable="true"], [tabindex]'

let isKept = false

/**
 * Keeps the focus where it was when the page changes under it: what others take out of the page, and what one takes out
 * oneself, leaves the focus on nothing, and a person at the keyboard would begin again from the top. Who was writing in what
 * is gone is told so. It begins with the first editor and goes on for as long as the page is there;
 * asking again changes nothing.
 * @see docs/spec.md U1
 */
export function keepFocus(): void {
  if (isKept) return
  isKept = true
  /** What has the focus, or had it when it was taken out. */
  let focused = document.activeElement
  /** The same, but for what lies over the page; what is next to it, once it is gone. */
  let here = isOver(focused) ? null : focused
  let frame = 0

  function handleFocus({ target }: FocusEvent): void {
    if (!(target instanceof Element)) return
    focused = target
    if (!isOver(target)) here = target
  }

  function handleBlur({ target }: FocusEvent): void {
    // What is taken out may lose the focus with or without a word; only what stays has given it up.
    queueMicrotask(() => {
      if (focused === target && focused?.isConnected === true && document.activeElement !== target) focused = null
    })
  }

  const observer = new MutationObserver((changes) => {
    let isLost = false
    let isGone = false
    for (const change of changes) {
      for (const node of change.removedNodes) {
        if (focused !== null && node.contains(focused)) isLost = true
        if (here === null || !node.contains(here) || here.isConnected) continue
        const next = nextTo(change)
        isGone ||= here === focused && here.closest('[data-slot]') !== null && isElsewhere(next)
        here = next
      }
    }
    if (isLost) comeBack(isGone)
  })

  /** After whatever closed has given the focus back itself, if it could. */
  function comeBack(isGone: boolean): void {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const now = document.activeElement
        if (now !== null && now !== document.body) return
        const target = here?.isConnected === true ? here : document.querySelector('main')
        if (!(target instanceof HTMLElement)) return
        target.focus({ preventScroll: true })
        target.scrollIntoView({ block: 'nearest' })
        if (isGone) toast(focusStrings.slotGone, { key: 'slot-gone', detail: focusStrings.slotGoneDetail })
      })
    })
  }

  document.addEventListener('focusin', handleFocus)
  document.addEventListener('focusout', handleBlur)
  observer.observe(document.body, { childList: true, subtree: true })
}

const isOver = (element: Element | null) => element !== null && element.closest(over) !== null

/** Whether that is another part of the same page: neither the slot itself, nor all that is left of the page. */
const isElsewhere = (next: Element | null) => next !== null && !next.matches('main, [data-slot]')

/** What takes the place of what was taken out: its slot, what followed it, what preceded it, or what holds it. */
function nextTo({ target, nextSibling, previousSibling }: MutationRecord): Element | null {
  if (!(target instanceof Element) || !target.isConnected) return null
  return (
    target.closest('[data-slot]') ??
    firstFrom(nextSibling, (node) => node.nextSibling) ??
    firstFrom(previousSibling, (node) => node.previousSibling) ??
    target.closest(takesFocus)
  )
}

function firstFrom(start: Node | null, step: (node: Node) => Node | null): Element | null {
  for (let node = start; node?.isConnected === true; node = step(node)) {
    if (!(node instanceof Element) || isOver(node)) continue
    const found = node.matches(takesFocus) ? node : node.querySelector(takesFocus)
    if (found?.checkVisibility() === true) return found
  }
  return null
}
