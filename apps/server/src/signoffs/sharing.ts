import type { AssignRole, Ledger, Person, ShareRecord } from '@colophon/protocol'
import { closeCode } from '@colophon/protocol'
import type { Identity, Rooms } from '../sync/rooms.js'
import { actorOf } from './actor.js'
import type { Ledgers } from './ledgers.js'
import { rightOf } from './rights.js'
import { SignoffError } from './signoff-error.js'
import { lineOf } from './signoffs.js'

/** A person of the workspace who may be named in a record. */
export type Colleague = Person & Pick<Identity, 'role'>

/** Who may do what with a record, and who signs it. */
export interface Sharing {
  /** Names those who may sign as a role. @throws SignoffError `role-unknown`, `person-unknown`, `record-locked` */
  assign(recordId: string, role: string, wish: AssignRole, who: Identity): Promise<Ledger>
  /**
   * Gives or takes rights, of one person or of everybody who has none of their own. Open pages follow within a second.
   * @throws SignoffError `person-unknown`, `last-owner`
   */
  share(recordId: string, wish: ShareRecord, who: Identity): Promise<Ledger>
}

/** @see docs/spec.md A2, G1 */
export function createSharing(parts: {
  ledgers: Ledgers
  rooms: Pick<Rooms, 'dismiss' | 'rejoin'>
  /** Those who can be given something now. */
  colleagues(): Promise<readonly Colleague[]>
}): Sharing {
  const { ledgers, rooms, colleagues } = parts

  async function colleague(id: string): Promise<Person> {
    const found = (await colleagues()).find((one) => one.id === id)
    if (found) return { id: found.id, name: found.name }
    throw new SignoffError('person-unknown', 'There is nobody by that id in the workspace. Nothing was changed.')
  }

  /** Whoever may do something else than before comes in again, or is shown out. */
  function follow(recordId: string, before: Ledger, after: Ledger): void {
    const lost = new Set<string>()
    rooms.rejoin(recordId, (who) => {
      const right = rightOf(who, after)
      if (right === null) lost.add(who.id)
      return right !== null && mayWrite(right) !== mayWrite(rightOf(who, before))
    })
    for (const id of lost)
      rooms.dismiss(id, closeCode.rightRevoked, 'You have no access to this record any more.', recordId)
  }

  return {
    assign: (recordId, role, { userId, eligible = userId === undefined ? undefined : [userId], required }, who) =>
      ledgers.change(recordId, async (ledger) => {
        const line = lineOf(ledger, role)
        if (ledger.locked) throw new SignoffError('record-locked', 'The record is completed. Nothing was changed.')
        const people = eligible === undefined ? line.eligible : await Promise.all([...new Set(eligible)].map(colleague))
        const wanted = required ?? line.required
        if (wanted === line.required && sameIds(people, line.eligible)) return undefined
        const what = { event: 'role-assigned', role, label: line.label, required: wanted, eligible: people } as const
        return { actor: actorOf(who), what }
      }),

    async share(recordId, wish, who) {
      let before: Ledger | undefined
      const after = await ledgers.change(recordId, async (ledger) => {
        before = ledger
        if ('everyone' in wish) {
          if (wish.everyone === ledger.sharing.everyone) return undefined
          return { actor: actorOf(who), what: { event: 'general-access-changed', right: wish.everyone } }
        }
        const present = ledger.sharing.people.find(({ person }) => person.id === wish.userId)
        if ((present?.right ?? null) === wish.right) return undefined
        if (present?.right === 'owner') refuseLastOwner(ledger)
        // Somebody who has left can still be taken off.
        const person = wish.right === null && present ? present.person : await colleague(wish.userId)
        return { actor: actorOf(who), what: { event: 'access-changed', person, right: wish.right } }
      })
      if (before !== undefined) follow(recordId, before, after)
      return after
    },
  }
}

const mayWrite = (right: ReturnType<typeof rightOf>) => right === 'owner' || right === 'editor'

function refuseLastOwner({ sharing }: Ledger): void {
  if (sharing.people.filter(({ right }) => right === 'owner').length > 1) return
  throw new SignoffError('last-owner', 'A record needs an owner. Nothing was changed. Name another owner first.')
}

function sameIds(left: readonly Person[], right: readonly Person[]): boolean {
  return left.length === right.length && left.every(({ id }, i) => id === right[i]?.id)
}
