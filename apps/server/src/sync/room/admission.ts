import { limits } from '@colophon/protocol'
import type { ClientOwner } from '../../store/store.js'
import { advance } from '../update/causality.js'
import { readUpdate } from '../update/update-reader.js'
import { structsFrom, type UpdateContent, writeUpdate } from '../update/update-writer.js'
import { createClientOwners } from './client-owners.js'
import { createDepthGuard } from './depth-guard.js'
import type { RecordState } from './record-state.js'
import { createShapeGuard } from './shape-guard.js'

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
  /** Who writes under a client id; `undefined` for nobody. */
  ownerOf(client: number): string | undefined
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

/** @see docs/spec.md S6, A5, A6 */
export function createAdmission({ state, owners: known, announcerOf }: AdmissionOptions): Admission {
  /** Clocks beyond the state's, of what waits to become durable. */
  const ahead = new Map<number, number>()
  const accepted = (client: number) => Math.max(ahead.get(client) ?? 0, state.clockOf(client))
  const owners = createClientOwners({ known, announcerOf, isUsed: (client) => accepted(client) > 0 })
  const guard = createShapeGuard(state)
  const depths = createDepthGuard(state)

  return {
    ownerOf: owners.ownerOf,
    judge(received, userId) {
      // What comes from a socket lies in a buffer many times its size.
      const update = Buffer.from(received)
      const facts = readUpdate(update, limits.update)
      const reached = advance(facts, accepted)
      if (reached === undefined) return { kind: 'gap' }
      const runs = facts.runs.filter((run) => run.to > accepted(run.client))
      const deletes = facts.deletes.filter((range) => !state.hasDeleted(range))
      if (runs.length === 0 && deletes.length === 0) return { kind: 'known' }

      const writers = [...new Set(runs.map(({ client }) => client))]
      const claimed = userId === undefined ? [] : owners.claim(writers, userId)
      const shape = guard.examine(facts, userId, (client, clock) => clock >= accepted(client))
      const structs = runs.map((run) => structsFrom(run, accepted(run.client)))
      const isAllNew =
        deletes.length === facts.deletes.length && structs.every((part, index) => part === facts.runs[index])
      const news = { structs, deletes, update: isAllNew ? update : writeUpdate({ structs, deletes }), owners: claimed }

      depths.examine(structs, facts.holdsTypes)
      owners.grant(claimed)
      guard.accept(shape)
      for (const [client, clock] of reached) if (clock > accepted(client)) ahead.set(client, clock)
      return { kind: 'new', news }
    },
    settled() {
      ahead.clear()
      depths.settled()
    },
  }
}
