/** Tells parts of the page when they come near the window, a few at a time, so that scrolling stays smooth. */
export interface Approach {
  /** Calls `arrive` once. @returns a way to stop waiting. */
  watch(element: Element, arrive: () => void): () => void
}

const margin = '700px 0px'
/** What one idle moment may be filled with, where the browser does not say how long it has. */
const sliceMs = 8

export function createApproach(): Approach {
  const waiting = new Map<Element, () => void>()
  const near = new Set<() => void>()
  let scheduled = false

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const arrive = waiting.get(target)
        if (!isIntersecting || arrive === undefined) continue
        stop(target)
        near.add(arrive)
      }
      schedule()
    },
    { rootMargin: margin },
  )

  function schedule(): void {
    if (scheduled || near.size === 0) return
    scheduled = true
    whenIdle((left) => {
      scheduled = false
      for (const arrive of near) {
        near.delete(arrive)
        arrive()
        if (left() <= 0) break
      }
      schedule()
    })
  }

  function stop(element: Element): void {
    waiting.delete(element)
    observer.unobserve(element)
  }

  return {
    watch(element, arrive) {
      waiting.set(element, arrive)
      observer.observe(element)
      return () => {
        stop(element)
        near.delete(arrive)
      }
    },
  }
}

/** @param run - is told how many milliseconds are left, each time it asks. */
function whenIdle(run: (left: () => number) => void): void {
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
