import { type Position, positionSchema } from '@colophon/protocol'
import * as z from 'zod/mini'

/**
 * What this browser remembers of one person's visits to one record: which copy of the text is the present one, how far it
 * has seen the record, and the copies that were set aside because a backup was put in the record's place.
 * @see docs/spec.md D6, D8
 */
export interface Visits {
  /** The name of the present copy. */
  copy(): string
  /** How far the present copy has seen the record; `undefined` before the first visit. */
  seen(): Position | undefined
  see(copy: string, position: Position): void
  /** Notes a client id under which this person has written in a copy. */
  wrote(copy: string, client: number): void
  /** Begins a new copy. `state` is what the old one held, for where the browser could not keep it. */
  setAside(copy: string, state: Uint8Array): void
  /** The copies whose text has not been dismissed. */
  lost(): readonly LostCopy[]
  forget(copy: string): void
}

/** A copy of a record that is not the record's past any more. */
export interface LostCopy {
  readonly name: string
  /** Client ids under which this person wrote in it. */
  readonly mine: readonly number[]
  /** What it held, if it was set aside in this page; otherwise the browser has it. */
  readonly state: Uint8Array | undefined
}

/** What is needed of the browser's `localStorage`. */
export type Keeper = Pick<Storage, 'getItem' | 'setItem'>

/** The browser's own; to look at it at all may throw. */
export const browserKeeper: Keeper = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
}

/** @param keeper - may throw: then it is remembered for as long as the page is open. */
export function openVisits(keeper: Keeper, accountId: string, recordId: string): Visits {
  const key = `colophon:${accountId}:${recordId}`
  const states = new Map<string, Uint8Array>()
  let remembered: Memory = { copy: key, mine: [], lost: [] }

  /** Other tabs write it too. */
  function read(): Memory {
    try {
      const text = keeper.getItem(key)
      return text === null ? remembered : memorySchema.parse(JSON.parse(text))
    } catch {
      // Barred, or not what was written: what this page knows by itself is the best there is.
      return remembered
    }
  }

  function write(change: Partial<Memory>): void {
    remembered = { ...read(), ...change }
    try {
      keeper.setItem(key, JSON.stringify(remembered))
    } catch {
      // Barred or full: it holds until the page is closed, which is all that can be done.
      return
    }
  }

  return {
    copy: () => read().copy,
    seen: () => read().seen,
    see(copy, position) {
      const present = read()
      const isBehind = present.seen?.epoch === position.epoch && present.seen.entry > position.entry
      if (present.copy === copy && !isBehind) write({ seen: position })
    },
    wrote(copy, client) {
      const { copy: present, mine, lost } = read()
      if (present === copy) write({ mine: withClient(mine, client) })
      else
        write({ lost: lost.map((one) => (one.name === copy ? { ...one, mine: withClient(one.mine, client) } : one)) })
    },
    setAside(copy, state) {
      states.set(copy, state)
      const { copy: present, mine, lost } = read()
      // Another tab may have been there first.
      if (present !== copy) return
      write({ copy: `${key}:${crypto.randomUUID()}`, seen: undefined, mine: [], lost: [...lost, { name: copy, mine }] })
    },
    lost: () => read().lost.map((one) => ({ ...one, state: states.get(one.name) })),
    forget(copy) {
      states.delete(copy)
      write({ lost: read().lost.filter(({ name }) => name !== copy) })
    },
  }
}

const clientsSchema = z.array(z.int().check(z.nonnegative()))

const memorySchema = z.object({
  copy: z.string(),
  seen: z.optional(positionSchema),
  mine: clientsSchema,
  lost: z.array(z.object({ name: z.string(), mine: clientsSchema })),
})

interface Memory {
  readonly copy: string
  readonly seen?: Position | undefined
  readonly mine: readonly number[]
  readonly lost: readonly { readonly name: string; readonly mine: readonly number[] }[]
}

/** A page has one client id; of a year of visits the newest are those that the server may not have. */
function withClient(mine: readonly number[], client: number): readonly number[] {
  return [...mine.filter((one) => one !== client), client].slice(-keptClients)
}

const keptClients = 200
