/** What is to be done about elements that came near the window or are far from it. */
export interface Arrivals<Element> {
  add(element: Element, calls: ArrivalCalls): void
  remove(element: Element): void
  /** It came near, or is not near any more. */
  near(element: Element, isNear: boolean): void
  /** It may be far, or is not any more. */
  far(element: Element, isFar: boolean): void
  /** The page was scrolled on: what did not want to be left is asked once more. */
  askAgain(): void
  isIdle(): boolean
  /** Does what is to be done, what is near first, until no time is `left`; something in any case. */
  work(left: () => number): void
}

export interface ArrivalCalls {
  arrive(): void
  /** @returns whether it was left. */
  leave(): boolean
}

export function createArrivals<Element>(): Arrivals<Element> {
  const known = new Map<Element, ArrivalCalls>()
  const near = new Set<Element>()
  const far = new Set<Element>()
  const staying = new Set<Element>()

  return {
    add: (element, calls) => void known.set(element, calls),
    remove(element) {
      known.delete(element)
      for (const set of [near, far, staying]) set.delete(element)
    },
    near(element, isNear) {
      if (isNear) near.add(element)
      else near.delete(element)
    },
    far(element, isFar) {
      staying.delete(element)
      if (isFar) far.add(element)
      else far.delete(element)
    },
    askAgain() {
      for (const element of staying) far.add(element)
      staying.clear()
    },
    isIdle: () => near.size + far.size === 0,
    work(left) {
      for (const element of near) {
        near.delete(element)
        known.get(element)?.arrive()
        if (left() <= 0) return
      }
      for (const element of far) {
        far.delete(element)
        if (known.get(element)?.leave() === false) staying.add(element)
        if (left() <= 0) return
      }
    },
  }
}
