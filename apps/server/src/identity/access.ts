import type { Identity } from '../sync/rooms.js'

/** Who may use a route. Every route declares one; a route without it stops the start. */
export type Access =
  | { who: 'anyone' }
  /** At least this role; `personOnly` shuts out the service account. */
  | { who: Identity['role']; personOnly?: boolean }

export type Verdict = 'granted' | 'unknown-caller' | 'role-too-low' | 'not-a-person'

/** Decides one request. @see docs/spec.md A2 */
export function judge(access: Access, identity: Identity | undefined): Verdict {
  if (access.who === 'anyone') return 'granted'
  if (!identity) return 'unknown-caller'
  if (rank[identity.role] < rank[access.who]) return 'role-too-low'
  if (access.personOnly === true && identity.kind !== 'person') return 'not-a-person'
  return 'granted'
}

const rank: Record<Identity['role'], number> = { viewer: 0, member: 1, admin: 2 }
