import { assigneeOf } from '@colophon/template'
import type * as Y from 'yjs'
import type { Place } from '../session/places.js'

/** Whether somebody wants their own slots alone: those are walked, the rest steps back. */
export interface Mine {
  isOn(): boolean
  set(on: boolean): void
  subscribe(listener: () => void): () => void
  /** Whether the keys stop at a slot now. */
  wants(place: Pick<Place, 'path'>): boolean
}

/** @param me - the id of whoever has the page open. */
export function createMine(doc: Y.Doc, me: string): Mine {
  const listeners = new Set<() => void>()
  let on = false
  return {
    isOn: () => on,
    set(next) {
      on = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    wants: ({ path }) => !on || assigneeOf(doc, path) === me,
  }
}
