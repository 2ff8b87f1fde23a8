import { type ArrivalCalls, createArrivals } from './arrivals.js'

/** Tells parts of the page when they come near the window and when they are far from it, a few at a time, so that scrolling stays smooth. */
export interface Approach {
  /** @returns a way to be told no more. */
  watch(element: Element, calls: ArrivalCalls): () => void
}

/** What is nearer than the first is about to be read; what is farther than the second will not be for a while. */
const nearMargin = '700px 0px'
const farMargin = '2000px 0px'
/** What one idle moment may be filled with, where the browser does not say how long it has. */
const sliceMs = 8

/** @param ready - resolves when there is something to arrive with; asked when the first element is near, and after a failure again. */
export function createApproach(ready: () => Promise<unknown>): Approach {
  const arrivals = createArrivals<Element>()
  let isReady = false
  let isScheduled = false

  const nearObserver = observe(nearMargin, arrivals.near)
  const farObserver = observe(farMargin, (element, isWithin) => arrivals.far(element, !isWithin))

  function observe(rootMargin: string, sort: (element: Element, isIntersecting: boolean) => void) {
    const handle = (entries: readonly IntersectionObserverEntry[]) => {
      arrivals.askAgain()
      for (const { target, isIntersecting } of entries) sort(target, isIntersecting)
      if (isReady) schedule()
      // Without it the elements stay as they are; whoever goes to one is told why.
      else ready().then(begin, () => undefined)
    }
    return new IntersectionObserver(handle, { rootMargin })
  }

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
    watch(element, calls) {
      arrivals.add(element, calls)
      nearObserver.observe(element)
      farObserver.observe(element)
      return () => {
        arrivals.remove(element)
        nearObserver.unobserve(element)
        farObserver.unobserve(element)
      }
    },
  }
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
