import type { Ledger, Right } from '@colophon/protocol'
import type { Identity } from '../sync/rooms.js'

/**
 * What somebody may do with a record; `null`: nothing. A right of one's own counts, less or more, before what everybody
 * has; who is asked to sign may read what they are to sign; a viewer of the workspace writes only where they were named.
 * Admins may do everything, so that no record is lost with the colleague who left.
 * @see docs/spec.md A2
 */
export function rightOf(who: Identity, ledger: Pick<Ledger, 'sharing' | 'signoffs'>): Right | null {
  if (who.role === 'admin') return 'owner'
  if (who.kind !== 'token') return rightOfPerson(who.id, who.role, ledger)
  // A token acts in its maker's stead, and one that may only read reads what they own.
  const right = rightOfPerson(who.maker, who.role, ledger)
  return right !== null && who.role === 'viewer' ? 'viewer' : right
}

function rightOfPerson(
  userId: string,
  role: Identity['role'],
  { sharing: { everyone, people }, signoffs }: Pick<Ledger, 'sharing' | 'signoffs'>,
): Right | null {
  const own = people.find(({ person }) => person.id === userId)?.right
  if (own !== undefined) return own
  if (everyone === 'editor' && role === 'viewer') return 'viewer'
  if (everyone !== null) return everyone
  return signoffs.some(({ eligible }) => eligible.some(({ id }) => id === userId)) ? 'viewer' : null
}

/** Whether a right is enough where `wanted` is asked for. */
export function allows(right: Right | null, wanted: Right): boolean {
  return right !== null && rank[right] >= rank[wanted]
}

const rank: Record<Right, number> = { viewer: 0, editor: 1, owner: 2 }
