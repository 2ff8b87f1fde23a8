import { type Position, positionSchema } from '@colophon/protocol'
import * as z from 'zod/mini'

/**
 * What this browser remembers of one person's visits to one record: which copy of the text is the present one, how far it
 * has seen the record, and the copies that were set aside.
 * @see docs/spec.md D6, D8, D9
 */
export interface Visits {
  /** The name of the present copy. */
  copy(): string
  /** How far the present copy has seen the record; `undefined` before the first visit. */
  seen(): Position | undefined
  see(copy: string, position: Position): void
  /** Notes a client id under which this person has written in a copy. */
  wrote(copy: string, client: number): void
  /** Begins a new copy. Where it is called again for the same copy, only what that `held` counts. */
  setAside(copy: string, cause: AsideCause, held: Held): void
  /** The copies whose text has not been dismissed. */
  lost(): readonly LostCopy[]
  forget(copy: string): void
}

/** `restored`: a backup is in the place of the record that was seen here. Otherwise the server refused what the copy held. */
export type AsideCause = (typeof asideCauses)[number]

const asideCauses = ['restored', 'refused', 'too-large'] as const

/** What a copy held when it was set aside. */
export interface Held {
  /** All of it, as one Yjs update: the browser may not have kept it. */
  readonly state: Uint8Array
  /** Whether the browser keeps it too. */
  readonly kept: boolean
  /** Whether anything of this person's in it was not on the server. */
  readonly unsaved: boolean
}

/** A copy of a record that is not sent to the server any more. */
export interface LostCopy {
  readonly name: string
  /** Client ids under which this person wrote in it. */
  readonly mine: readonly number[]
  readonly cause: AsideCause
  /** What it held, if it was set aside in this page; otherwise the browser has it. */
  readonly held: Held | undefined
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
  const held = new Map<string, Held>()
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
    setAside(copy, cause, now) {
      held.set(copy, now)
      const { copy: present, mine, lost } = read()
      // Another tab may have been there first.
      if (present !== copy) return
      const fresh = { copy: `${key}:${crypto.randomUUID()}`, seen: undefined, mine: [] }
      write({ ...fresh, lost: [...lost, { name: copy, mine, cause }] })
    },
    lost: () => read().lost.map((one) => ({ ...one, held: held.get(one.name) })),
    forget(copy) {
      held.delete(copy)
      write({ lost: read().lost.filter(({ name }) => name !== copy) })
    },
  }
}

const clientsSchema = z.array(z.int().check(z.nonnegative()))

const memorySchema = z.object({
  copy: z.string(),
  seen: z.optional(positionSchema),
  mine: clientsSchema,
  lost: z.array(
    z.object({ name: z.string(), mine: clientsSchema, cause: z._default(z.enum(asideCauses), 'restored') }),
  ),
})

interface Memory {
  readonly copy: string
  readonly seen?: Position | undefined
  readonly mine: readonly number[]
  readonly lost: readonly Omit<LostCopy, 'held'>[]
}

/** A page has one client id; of a year of visits the newest are those that the server may not have. */
function withClient(mine: readonly number[], client: number): readonly number[] {
  return [...mine.filter((one) => one !== client), client].slice(-keptClients)
}

const keptClients = 200
