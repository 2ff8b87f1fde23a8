import type { Ledger, Right } from '@colophon/protocol'

/** Somebody of the workspace, as far as rights follow from it. */
export interface Reader {
  readonly id: string
  readonly role: 'admin' | 'member' | 'viewer'
}

/** What somebody may do with a record, as the server has it: it decides, this only spares people a refusal. @see docs/spec.md A2 */
export function rightOf(
  { id, role }: Reader,
  { sharing, signoffs }: Pick<Ledger, 'sharing' | 'signoffs'>,
): Right | null {
  if (role === 'admin') return 'owner'
  const own = sharing.people.find(({ person }) => person.id === id)?.right
  if (own !== undefined) return own
  if (sharing.everyone === 'editor' && role === 'viewer') return 'viewer'
  if (sharing.everyone !== null) return sharing.everyone
  return signoffs.some(({ eligible }) => eligible.some((one) => one.id === id)) ? 'viewer' : null
}
