import type { Right } from '@colophon/protocol'
import type { Identity } from '../sync/rooms.js'

/** Who may use a route. Every route declares one; a route without it stops the start. */
export type Access =
  | { who: 'anyone' }
  /**
   * At least this role, and for a route about one record at least this right. `personOnly` shuts out the service account and
   * every API token, `noTokens` the tokens alone; `deleted` lets in those who come for a record that was deleted.
   */
  | { who: Identity['role']; personOnly?: boolean; noTokens?: boolean; record?: Right; deleted?: boolean }

export type Verdict = 'granted' | 'unknown-caller' | 'role-too-low' | 'not-a-person'

/** Decides one request. @see docs/spec.md A2 */
export function judge(access: Access, identity: Identity | undefined): Verdict {
  if (access.who === 'anyone') return 'granted'
  if (!identity) return 'unknown-caller'
  if (rank[identity.role] < rank[access.who]) return 'role-too-low'
  if (access.personOnly === true && identity.kind !== 'person') return 'not-a-person'
  if (access.noTokens === true && identity.kind === 'token') return 'not-a-person'
  return 'granted'
}

/** Whether somebody of this role may let others in with that one: nobody gives more than they have. */
export function mayInvite({ role }: Pick<Identity, 'role'>, invited: Identity['role']): boolean {
  return role !== 'viewer' && rank[invited] <= rank[role]
}

const rank: Record<Identity['role'], number> = { viewer: 0, member: 1, admin: 2 }
