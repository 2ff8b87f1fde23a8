import { closeCode, limits } from '@colophon/protocol'
import { BadFrame } from '../sync-error.js'
import type { UpdateFacts } from '../update/update-reader.js'
import type { RecordState } from './record-state.js'

/** Keeps out what is well formed and no client makes: it would cost everybody who reads the record dearly. */
export interface ShapeGuard {
  /**
   * @param userId whose update it is; `undefined` for the server's own
   * @param isNew whether a struct, by client and clock, is not in the record yet
   * @returns what to remember once the update is accepted @throws BadFrame
   */
  examine(facts: UpdateFacts, userId: string | undefined, isNew: (client: number, clock: number) => boolean): Shape
  accept(shape: Shape): void
}

export interface Shape {
  readonly userId: string | undefined
  readonly roots: readonly string[]
  /** Where a client has put something as the first. */
  readonly places: readonly string[]
}

/** @see docs/spec.md A6 */
export function createShapeGuard(state: Pick<RecordState, 'hasRoot' | 'rootCount'>): ShapeGuard {
  const roots = new Set<string>()
  const begun = new Map<string, number>()
  const places = new Set<string>()

  /** Yjs walks all root names to find the name of one. What one person may begin leaves room for all others. */
  function newRoots(mentioned: ReadonlySet<string>, userId: string | undefined): string[] {
    const added = [...mentioned].filter((name) => !state.hasRoot(name) && !roots.has(name))
    const isTooMuch =
      state.rootCount + roots.size + added.length > limits.rootNames ||
      (userId !== undefined && (begun.get(userId) ?? 0) + added.length > limits.personRootNames)
    if (added.length > 0 && isTooMuch) {
      throw new BadFrame('The update has more named parts than a record can have.', closeCode.tooLarge)
    }
    if (added.some((name) => name.length > limits.rootNameChars)) throw new BadFrame('The update has an endless name.')
    return added
  }

  return {
    examine({ roots: mentioned, firsts }, userId, isNew) {
      const started = firsts
        .filter(({ client, clock }) => isNew(client, clock))
        .map(({ client, place }) => `${client} ${place}`)
      // Whoever has something in a place puts the next thing beside it; Yjs would compare each with all the others.
      if (started.some((place) => places.has(place))) throw new BadFrame('The same place was begun twice.')
      return { userId, roots: newRoots(mentioned, userId), places: started }
    },
    accept(shape) {
      for (const name of shape.roots) roots.add(name)
      if (shape.userId !== undefined) begun.set(shape.userId, (begun.get(shape.userId) ?? 0) + shape.roots.length)
      for (const place of shape.places) places.add(place)
    },
  }
}
