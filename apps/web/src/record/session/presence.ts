import type { Person } from '@colophon/protocol'
import type { Awareness } from 'y-protocols/awareness'
import * as z from 'zod/mini'

/** Somebody else's caret, as y-prosemirror writes it: two relative positions, still as JSON. */
export interface RemoteCaret {
  readonly clientId: number
  readonly person: Person
  readonly anchor: unknown
  readonly head: unknown
}

/** Who else is here and where. */
export interface Presence {
  /** Everybody with the record open, each once, oneself left out; the same array until somebody comes or goes. */
  people(): readonly Person[]
  /** Who is in a slot now; the same array until that changes. */
  at(path: string): readonly Person[]
  /** The slots somebody is in; the same map until that changes. */
  places(): ReadonlyMap<string, readonly Person[]>
  carets(path: string): readonly RemoteCaret[]
  /** Told when people or places change, never for a mere caret. */
  subscribe(listener: () => void): () => void
  /** Told when a caret in this slot moves, comes or goes. */
  watchCarets(path: string, listener: () => void): () => void
  /** Says where oneself is. `null` for nowhere. */
  move(place: { path: string; anchor: unknown; head: unknown } | null): void
  destroy(): void
}

/** Another client's state is foreign input: read, never trusted. Stock clients have no `place`. */
const stateSchema = z.object({
  user: z.object({ id: z.optional(z.string()), name: z.string() }),
  place: z.nullish(z.string()),
  cursor: z.nullish(z.object({ anchor: z.unknown(), head: z.unknown() })),
})

interface Other {
  readonly person: Person
  readonly path: string | null
  readonly cursor: { anchor?: unknown; head?: unknown } | null
  readonly caretKey: string
}

const nobody: readonly Person[] = []
const noCarets: readonly RemoteCaret[] = []

/** @param me - left out of `people`, whatever tab it is in. */
export function createPresence(awareness: Awareness, me: Person): Presence {
  const listeners = new Set<() => void>()
  const caretListeners = new Map<string, Set<() => void>>()
  let others = new Map<number, Other>()
  let people: readonly Person[] = nobody
  let places: ReadonlyMap<string, readonly Person[]> = new Map()

  function handleChange({ added, updated, removed }: { added: number[]; updated: number[]; removed: number[] }): void {
    const moved = new Set<string>()
    others = new Map(others)
    for (const clientId of [...added, ...updated, ...removed]) {
      if (clientId === awareness.clientID) continue
      const before = others.get(clientId)
      const after = otherOf(awareness.getStates().get(clientId), clientId)
      if (after === undefined) others.delete(clientId)
      else others.set(clientId, after)
      if (before?.caretKey === after?.caretKey) continue
      if (before?.path) moved.add(before.path)
      if (after?.path) moved.add(after.path)
    }
    if (refresh()) for (const listener of listeners) listener()
    for (const path of moved) for (const listener of caretListeners.get(path) ?? []) listener()
  }

  /** Keeps every array that says the same as before, so that nothing renders for nothing. */
  function refresh(): boolean {
    const nextPeople = distinct([...others.values()].map((other) => other.person).filter(({ id }) => id !== me.id))
    const byPath = new Map<string, Person[]>()
    for (const other of others.values()) {
      if (other.path !== null) byPath.set(other.path, [...(byPath.get(other.path) ?? []), other.person])
    }
    const samePeople = same(people, nextPeople)
    let samePlaces = byPath.size === places.size
    const nextPlaces = new Map<string, readonly Person[]>()
    for (const [path, there] of byPath) {
      const before = places.get(path)
      const now = distinct(there)
      const kept = before !== undefined && same(before, now)
      nextPlaces.set(path, kept ? before : now)
      samePlaces &&= kept
    }
    if (!samePeople) people = nextPeople
    if (!samePlaces) places = nextPlaces
    return !(samePeople && samePlaces)
  }

  awareness.on('change', handleChange)
  return {
    people: () => people,
    at: (path) => places.get(path) ?? nobody,
    places: () => places,
    carets(path) {
      const found: RemoteCaret[] = []
      for (const [clientId, { path: where, person, cursor }] of others) {
        if (where === path && cursor !== null)
          found.push({ clientId, person, anchor: cursor.anchor, head: cursor.head })
      }
      return found.length === 0 ? noCarets : found
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    watchCarets(path, listener) {
      const watching = caretListeners.get(path) ?? new Set()
      caretListeners.set(path, watching.add(listener))
      return () => {
        watching.delete(listener)
        if (watching.size === 0) caretListeners.delete(path)
      }
    },
    move(place) {
      const state = awareness.getLocalState()
      if (state === null) return
      const next = place === null ? { place: null, cursor: null } : cursorFields(place)
      if (JSON.stringify([state.place ?? null, state.cursor ?? null]) === JSON.stringify([next.place, next.cursor]))
        return
      awareness.setLocalState({ ...state, ...next })
    },
    destroy() {
      awareness.off('change', handleChange)
      listeners.clear()
      caretListeners.clear()
    },
  }
}

const cursorFields = ({ path, anchor, head }: { path: string; anchor: unknown; head: unknown }) => ({
  place: path,
  cursor: { anchor, head },
})

function otherOf(state: unknown, clientId: number): Other | undefined {
  const read = stateSchema.safeParse(state)
  if (!read.success) return undefined
  const { user, place, cursor } = read.data
  const person = { id: user.id ?? String(clientId), name: user.name }
  return { person, path: place ?? null, cursor: cursor ?? null, caretKey: JSON.stringify([person, place, cursor]) }
}

function distinct(people: readonly Person[]): readonly Person[] {
  return [...new Map(people.map((person) => [person.id, person])).values()].sort((a, b) => a.name.localeCompare(b.name))
}

const same = (a: readonly Person[], b: readonly Person[]) =>
  a.length === b.length && a.every((person, i) => person.id === b[i]?.id && person.name === b[i]?.name)
