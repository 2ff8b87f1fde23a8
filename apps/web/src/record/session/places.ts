import type { Restored } from './history.js'

/** Where the caret goes: an end of the text, everything, or a caret position as somebody's awareness has it. */
export type Landing = 'start' | 'end' | { readonly head: unknown }

/** Something on the page that can be filled or ticked and brought into view. */
export interface Place {
  readonly kind: 'slot' | 'tick' | 'item'
  readonly element: HTMLElement
  /** The path that the template engine knows it by; several places can show one slot. */
  readonly path: string
  /** Whether this is where a shared text is shown. */
  holds(fragment: object): boolean
  /** Whether there is nothing in it yet; `false` for what is no slot. */
  isEmpty(): boolean
  /** Whether an undo that did this changed it. */
  isIn(restored: Restored): boolean
  focus(landing: Landing): void
}

/** Every place on the page, by where it stands. Editors come and go; places stay while their part of the page does. */
export interface Places {
  add(place: Place): () => void
  /** In page order. */
  all(): Place[]
  /** The slot after (1) or before (-1) an element that satisfies `wanted`. */
  next(from: Element | null, step: 1 | -1, wanted?: (place: Place) => boolean): Place | undefined
  /** The first on the page that shows this shared text. */
  holding(fragment: object): Place | undefined
  /** The first on the page with this path, or whose slot has this key. */
  find(pathOrKey: string): Place | undefined
}

export function createPlaces(): Places {
  const places = new Set<Place>()
  const all = () => [...places].sort((a, b) => (precedes(a.element, b.element) ? -1 : 1))
  return {
    add(place) {
      places.add(place)
      return () => places.delete(place)
    },
    all,
    next(from, step, wanted = () => true) {
      const slots = all().filter((place) => place.kind === 'slot' && wanted(place))
      if (step === 1) return slots.find((place) => from === null || precedes(from, place.element))
      return slots.findLast((place) => from === null || precedes(place.element, from))
    },
    holding: (fragment) => all().find((place) => place.holds(fragment)),
    find: (pathOrKey) =>
      all().find((place) => place.path === pathOrKey) ?? all().find((place) => place.path.endsWith(`@${pathOrKey}`)),
  }
}

/** Not within: an element neither precedes nor follows what it holds. */
function precedes(a: Element, b: Element): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !a.contains(b)
}
