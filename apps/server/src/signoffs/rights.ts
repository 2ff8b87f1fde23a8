import { type Ledger, type Right, rightOf as rightOfPerson } from '@colophon/protocol'
import type { Identity } from '../sync/rooms.js'

/**
 * What somebody may do with a record. A token acts in its maker's stead, and one that may only read reads what they own.
 * @see docs/spec.md A2
 */
export function rightOf(who: Identity, ledger: Pick<Ledger, 'sharing' | 'signoffs'>): Right | null {
  if (who.kind !== 'token') return rightOfPerson(who, ledger)
  const right = rightOfPerson({ id: who.maker, role: who.role }, ledger)
  return right !== null && who.role === 'viewer' ? 'viewer' : right
}

/** Whether a right is enough where `wanted` is asked for. */
export function allows(right: Right | null, wanted: Right): boolean {
  return right !== null && rank[right] >= rank[wanted]
}

const rank: Record<Right, number> = { viewer: 0, editor: 1, owner: 2 }
