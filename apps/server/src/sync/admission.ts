import { closeCode, limits } from '@colophon/protocol'
import type { ClientOwner } from '../store/store.js'
import type { RecordState } from './record-state.js'
import { BadFrame } from './sync-error.js'
import { advance } from './update/causality.js'
import { type First, readUpdate } from './update/update-reader.js'
import { structsFrom, type UpdateContent, writeUpdate } from './update/update-writer.js'

/** What becomes of an update: `known` has nothing new in it, `gap` stands on something that is not there. */
export type Verdict =
  | { readonly kind: 'known' }
  | { readonly kind: 'gap' }
  | { readonly kind: 'new'; readonly news: News }

/** What an update holds that the record has not. */
export interface News extends UpdateContent {
  readonly update: Uint8Array
  /** Client ids that were nobody's before. */
  readonly owners: readonly ClientOwner[]
}

/** Judges updates against what the room has accepted, durable or not yet, without applying them. */
export interface Admission {
  /**
   * What is `new` counts as accepted from then on.
   * @param userId whose update it is; `undefined` for the server's own
   * @throws BadFrame for what no honest client sends
   */
  judge(update: Uint8Array, userId: string | undefined): Verdict
  /** Tells that everything accepted is in the state. */
  settled(): void
}

export interface AdmissionOptions {
  readonly state: RecordState
  /** Who wrote under which client id. */
  readonly owners: ReadonlyMap<number, string>
  /** Whose caret is shown under a client id at the moment. */
  announcerOf(client: number): string | undefined
}

/**
 * @see docs/spec.md S6, A5, A6
 */
export function createAdmission({ state, owners, announcerOf }: AdmissionOptions): Admission {
  /** Clocks beyond the state's, of what waits to become durable. */
  const ahead = new Map<number, number>()
  const ownerOf = new Map(owners)
  const newRoots = new Set<string>()
  const taken = new Set<string>()
  const claims = new Map<string, number>()
  const accepted = (client: number) => Math.max(ahead.get(client) ?? 0, state.clockOf(client))

  /** An honest client has nothing of anybody else's that the server lacks: nobody is shown what is not durable (D7). */
  function claim(client: number, userId: string): ClientOwner | undefined {
    const owner = ownerOf.get(client)
    if (owner === userId) return undefined
    const isForeign = owner !== undefined || accepted(client) > 0 || (announcerOf(client) ?? userId) !== userId
    if (isForeign) throw new BadFrame('The update speaks under the client id of somebody else.')
    return { client, userId }
  }

  /** Whoever begins anew under thousands of ids is no browser, and each of them is looked through by everybody. */
  function countClaims(userId: string | undefined, added: number): void {
    if (userId === undefined || added === 0) return
    const count = (claims.get(userId) ?? 0) + added
    if (count > limits.personClients) throw new BadFrame('Too many client ids were used by one person.')
    claims.set(userId, count)
  }

  /** Yjs walks all root names to find the name of one. @throws BadFrame where there would be too many of them */
  function newNames(mentioned: ReadonlySet<string>): string[] {
    const added = [...mentioned].filter((name) => !state.hasRoot(name) && !newRoots.has(name))
    if (added.length > 0 && state.rootCount + newRoots.size + added.length > limits.rootNames) {
      throw new BadFrame('The update has more named parts than a record can have.', closeCode.tooLarge)
    }
    if (added.some((name) => name.length > limits.rootNameChars)) throw new BadFrame('The update has an endless name.')
    return added
  }

  /** Whoever has something in a place puts the next thing beside it; Yjs would compare each with all the others. */
  function newPlaces(firsts: readonly First[]): string[] {
    const places = firsts
      .filter(({ client, clock }) => clock >= accepted(client))
      .map(({ client, place }) => `${client} ${place}`)
    if (places.some((place) => taken.has(place))) throw new BadFrame('The same place was begun twice.')
    return places
  }

  return {
    judge(received, userId) {
      // What comes from a socket lies in a buffer many times its size.
      const update = Buffer.from(received)
      const facts = readUpdate(update, limits.update)
      const reached = advance(facts, accepted)
      if (reached === undefined) return { kind: 'gap' }
      const runs = facts.runs.filter((run) => run.to > accepted(run.client))
      const deletes = facts.deletes.filter((range) => !state.hasDeleted(range))
      if (runs.length === 0 && deletes.length === 0) return { kind: 'known' }

      const claimed = userId === undefined ? [] : runs.flatMap(({ client }) => claim(client, userId) ?? [])
      countClaims(userId, claimed.length)
      const added = newNames(facts.roots)
      const places = newPlaces(facts.firsts)
      const structs = runs.map((run) => structsFrom(run, accepted(run.client)))
      const isAllNew =
        deletes.length === facts.deletes.length && structs.every((part, index) => part === facts.runs[index])
      for (const name of added) newRoots.add(name)
      for (const place of places) taken.add(place)
      for (const { client, userId: owner } of claimed) ownerOf.set(client, owner)
      for (const [client, clock] of reached) if (clock > accepted(client)) ahead.set(client, clock)
      const content = { structs, deletes }
      return { kind: 'new', news: { ...content, update: isAllNew ? update : writeUpdate(content), owners: claimed } }
    },
    settled() {
      ahead.clear()
    },
  }
}
