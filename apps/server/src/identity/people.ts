import { type Account, closeCode, type PatchPerson } from '@colophon/protocol'
import { createSerial } from '../serial.js'
import type { Rooms } from '../sync/rooms.js'
import { mayInvite } from './access.js'
import type { Accounts } from './accounts.js'
import type { ApiTokens } from './api-tokens.js'
import type { Invitations } from './invitations.js'

/** Why somebody's account stays as it is. */
export class PeopleError extends Error {
  override readonly name = 'PeopleError'
  constructor(
    readonly code: 'person-unknown' | 'last-admin',
    message: string,
  ) {
    super(message)
  }
}

/** The people of the workspace, and what they may do in it. */
export interface People {
  list(): Promise<Account[]>
  /**
   * Gives somebody another role, shuts them out or lets them in again. Their open records are cut: with another role they
   * come back at once and have its rights. What they and their tokens did keeps their name.
   * @throws PeopleError
   * @see docs/spec.md A2
   */
  change(id: string, change: PatchPerson): Promise<Account>
}

export function createPeople(parts: {
  accounts: Pick<Accounts, 'list' | 'find' | 'change' | 'endSessions'>
  invitations: Pick<Invitations, 'withdraw'>
  tokens: Pick<ApiTokens, 'list'>
  rooms: Pick<Rooms, 'dismiss'>
}): People {
  const { accounts, invitations, tokens, rooms } = parts
  const inTurn = createSerial()

  async function change(id: string, patch: PatchPerson): Promise<Account> {
    const before = await accounts.find(id)
    if (!before) throw new PeopleError('person-unknown', 'There is nobody of that id. Nothing was changed.')
    const after = { ...before, ...patch }
    if (after.role === before.role && after.active === before.active) return before
    if (isActiveAdmin(before) && !isActiveAdmin(after)) await refuseIfLast(before)
    const tokensOfTheirs = (await tokens.list()).filter(({ createdBy }) => createdBy.id === id)
    try {
      await accounts.change(id, patch)
    } finally {
      // Even where the disk refused it: the change holds from now on and is written as soon as it can be.
      cut([id, ...tokensOfTheirs.map((token) => token.id)], after)
    }
    if (!after.active) await accounts.endSessions(id)
    // A link made before would give what its maker may not give any more.
    await invitations.withdraw((one) => one.createdBy?.id === id && !(after.active && mayInvite(after, one.role)))
    return after
  }

  async function refuseIfLast({ id, name }: Account): Promise<void> {
    if ((await accounts.list()).some((other) => other.id !== id && isActiveAdmin(other))) return
    throw new PeopleError(
      'last-admin',
      `${name} is the only admin, and somebody has to be. Nothing was changed. Make somebody else an admin first.`,
    )
  }

  function cut(ids: readonly string[], { active }: Account): void {
    for (const id of ids) {
      if (active) rooms.dismiss(id, closeCode.rightsChanged, 'Your role was changed.')
      else rooms.dismiss(id, closeCode.rightRevoked, 'Your account was deactivated.')
    }
  }

  return {
    list: accounts.list,
    change: (id, patch) => inTurn('people', () => change(id, patch)),
  }
}

const isActiveAdmin = ({ role, active }: Account) => role === 'admin' && active
