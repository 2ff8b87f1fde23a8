import { watchOpening } from './opening.js'
import { nextPaint } from './paint.js'
import { readThrough } from './read-through.js'

// Runs in a page before its own scripts; `target.ts` says what it can be asked.
let keys: number[] = []
let seen: number[] = []
let stopWatching: () => void = () => undefined

window.addEventListener(
  'keydown',
  ({ timeStamp }) => void nextPaint(() => undefined).then(({ atMs }) => keys.push(atMs - timeStamp)),
  { capture: true },
)

window.bench = {
  opened: watchOpening(window.benchTarget),
  takeKeys() {
    const taken = keys
    keys = []
    return taken
  },
  watch(selector) {
    const text = document.querySelector(selector)
    if (text === null) throw new Error(`There is nothing at ${selector}.`)
    stopWatching()
    let length = text.textContent?.length ?? 0
    seen = []
    const observer = new MutationObserver(() => {
      const now = text.textContent?.length ?? 0
      const grown = now - length
      length = now
      if (grown <= 0) return
      void nextPaint(() => undefined).then(({ atMs }) => {
        for (let character = 0; character < grown; character += 1) seen.push(performance.timeOrigin + atMs)
      })
    })
    observer.observe(text, { childList: true, characterData: true, subtree: true })
    stopWatching = () => observer.disconnect()
  },
  takeSeen: () => seen,
  now: () => performance.timeOrigin + performance.now(),
  readThrough,
}
