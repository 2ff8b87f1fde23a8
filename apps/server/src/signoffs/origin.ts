import type { AuditEvent } from '@colophon/audit'
import type { Person } from '@colophon/protocol'
import type { Signoffs } from '@colophon/template'
import type { LedgerRow, RecordRow } from '../store/store.js'
import type { Happening } from './audit-trail.js'

interface Role {
  readonly role: string
  readonly label: string
}

/** What the log of a record begins with. @param imported what an imported file's sign-off lines said */
export function creationOf(
  title: string,
  owner: Person | null,
  roles: readonly Role[],
  imported: Signoffs,
): Extract<AuditEvent, { event: 'created' }> {
  const recorded = roles.flatMap(({ role, label }) => {
    const line = Object.hasOwn(imported, role) ? imported[role] : undefined
    return line === undefined ? [] : [{ role, label, ...line }]
  })
  return { event: 'created', title, owner, roles: roles.map(({ role, label }) => ({ role, label })), recorded }
}

/** How the log of a record begins that is older than logs are. */
export function lateCreation({ title, createdBy }: RecordRow, { signoffs }: Pick<LedgerRow, 'signoffs'>): Happening {
  const imported = Object.fromEntries(signoffs.flatMap(({ role, imported: line }) => (line ? [[role, line]] : [])))
  const isPerson = createdBy.id !== 'service'
  const actor = { kind: isPerson ? 'person' : 'service', ...createdBy } as const
  return { actor, what: creationOf(title, isPerson ? createdBy : null, signoffs, imported) }
}
