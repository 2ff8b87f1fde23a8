/** Keys that scroll the page where nobody writes, and move the caret where somebody does. */
const ways = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '])

/**
 * Calls `stop` once somebody goes their own way: they scroll with wheel or finger, press in the document, write, or press
 * Escape. What the page itself scrolls is none of it.
 * @param strip - what says whom one follows: keys within it are its own, but for Escape.
 * @returns a way to stop listening
 */
export function stopsFollowing(strip: () => Element | null, stop: () => void): () => void {
  const off = new AbortController()
  const options = { signal: off.signal, passive: true, capture: true }
  const isWithin = (event: Event) => event.target instanceof Node && strip()?.contains(event.target) === true
  const unlessWithin = (event: Event) => {
    if (!isWithin(event)) stop()
  }
  window.addEventListener('wheel', stop, options)
  window.addEventListener('touchmove', stop, options)
  window.addEventListener('beforeinput', unlessWithin, options)
  window.addEventListener(
    'pointerdown',
    (event) => {
      if (event.target instanceof Element && event.target.closest('article') !== null) stop()
    },
    options,
  )
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' || (ways.has(event.key) && !isWithin(event))) stop()
    },
    options,
  )
  return () => off.abort()
}
