import type { Session } from './http.js'
import type { Ledger, Right } from './ledger.js'

/**
 * What somebody of the workspace may do with a record; `null`: nothing. A right of one's own counts, less or more, before
 * what everybody has; who is asked to sign may read what they are to sign; a viewer of the workspace writes only where they
 * were named. Admins may do everything, so that no record is lost with the colleague who left. The server decides by it; a
 * page only spares people refusals.
 * @see docs/spec.md A2
 */
export function rightOf(
  { id, role }: Pick<Session['user'], 'id' | 'role'>,
  { sharing: { everyone, people }, signoffs }: Pick<Ledger, 'sharing' | 'signoffs'>,
): Right | null {
  if (role === 'admin') return 'owner'
  const own = people.find(({ person }) => person.id === id)?.right
  if (own !== undefined) return own
  if (everyone === 'editor' && role === 'viewer') return 'viewer'
  if (everyone !== null) return everyone
  return signoffs.some(({ eligible }) => eligible.some((person) => person.id === id)) ? 'viewer' : null
}
