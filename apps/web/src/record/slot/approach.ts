import { type ArrivalCalls, createArrivals } from './arrivals.js'

/** Tells parts of the page when they come near the window and when they are far from it, a few at a time, so that scrolling stays smooth. */
export interface Approach {
  /** @returns a way to be told no more. */
  watch(element: Element, calls: ArrivalCalls): () => void
}

/** What is nearer, in px, is about to be read; what is farther than the second will not be for a while. */
const nearPx = 700
const farPx = 2_000
/** What one idle moment may be filled with, where the browser does not say how long it has. */
const sliceMs = 8

/** @param ready - resolves when there is something to arrive with; asked when the first element is near, and after a failure again. */
export function createApproach(ready: () => Promise<unknown>): Approach {
  const arrivals = createArrivals<Element>()
  let isReady = false
  let isScheduled = false

  // One for both distances: what it watches costs a little in every frame.
  const observer = new IntersectionObserver(
    (entries) => {
      arrivals.askAgain()
      for (const { target, isIntersecting } of entries) {
        arrivals.near(target, isIntersecting)
        arrivals.far(target, !isIntersecting)
      }
      if (isReady) schedule()
      // Without it the elements stay as they are; whoever goes to one is told why.
      else ready().then(begin, () => undefined)
    },
    { rootMargin: `${nearPx}px 0px` },
  )

  function begin(): void {
    isReady = true
    schedule()
  }

  function schedule(): void {
    if (isScheduled || arrivals.isIdle()) return
    isScheduled = true
    whenIdle((left) => {
      isScheduled = false
      arrivals.work(left)
      schedule()
    })
  }

  return {
    watch(element, { arrive, leave }) {
      arrivals.add(element, { arrive, leave: () => isFar(element) && leave() })
      observer.observe(element)
      return () => {
        arrivals.remove(element)
        observer.unobserve(element)
      }
    },
  }
}

function isFar(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom < -farPx || top > window.innerHeight + farPx
}

/** @param run - is told how many milliseconds are left, each time it asks. */
export function whenIdle(run: (left: () => number) => void): void {
  // Safari has no idle callback.
  if (typeof requestIdleCallback === 'function') {
    requestIdleCallback((deadline) => run(() => deadline.timeRemaining()), { timeout: 500 })
    return
  }
  setTimeout(() => {
    const until = performance.now() + sliceMs
    run(() => until - performance.now())
  })
}
