import type { AuditEntry, AuditEvent } from '@colophon/audit'
import { emptyLedger, type Ledger, type Signoff } from '@colophon/protocol'
import { statusOf } from './ledger.js'

/**
 * The ledger after one more entry of the log. All of a ledger follows from the log, but for the fingerprint, which follows
 * from the text.
 * @see docs/spec.md G6
 */
export function fold(ledger: Ledger, entry: AuditEntry): Ledger {
  const after = { ...happened(ledger, entry), version: ledger.version + 1 }
  return { ...after, status: statusOf(after) }
}

function happened(ledger: Ledger, { what, actor, at }: AuditEntry): Ledger {
  const person = { id: actor.id, name: actor.name }
  switch (what.event) {
    case 'created':
      return opened(ledger, what)
    case 'role-assigned':
      return changed(ledger, what.role, { required: what.required, eligible: what.eligible })
    case 'access-changed':
      return { ...ledger, sharing: { ...ledger.sharing, people: shared(ledger.sharing.people, what) } }
    case 'general-access-changed':
      return { ...ledger, sharing: { ...ledger.sharing, everyone: what.right } }
    case 'approved': {
      const { fingerprint, meaning, comment } = what
      return changed(ledger, what.role, { decision: { kind: 'approved', person, at, fingerprint, meaning, comment } })
    }
    case 'declined': {
      const { fingerprint, reason } = what
      return changed(ledger, what.role, { decision: { kind: 'declined', person, at, fingerprint, reason } })
    }
    case 'withdrawn':
      return changed(ledger, what.role, { decision: null })
    case 'exported':
      return ledger
    case 'completed': {
      const { version: number, name, fingerprint } = what
      return { ...ledger, locked: true, versions: [...ledger.versions, { number, name, at, person, fingerprint }] }
    }
    case 'reopened':
      return { ...ledger, locked: false }
    default:
      return what satisfies never
  }
}

type Created = Extract<AuditEvent, { event: 'created' }>
type People = Ledger['sharing']['people']

function opened(ledger: Ledger, { owner, roles, recorded }: Created): Ledger {
  const signoffs = roles.map(({ role, label }): Signoff => {
    const found = recorded.find((line) => line.role === role)
    const imported = found && { name: found.name, date: found.date, ...(found.source && { source: found.source }) }
    return { role, label, required: true, eligible: [], decision: null, imported: imported ?? null }
  })
  const people: People = owner === null ? [] : [{ person: owner, right: 'owner' }]
  return { ...emptyLedger, version: ledger.version, signoffs, sharing: { ...emptyLedger.sharing, people } }
}

function changed(ledger: Ledger, role: string, change: Partial<Signoff>): Ledger {
  return { ...ledger, signoffs: ledger.signoffs.map((line) => (line.role === role ? { ...line, ...change } : line)) }
}

function shared(people: People, { person, right }: Extract<AuditEvent, { event: 'access-changed' }>): People {
  const others = people.filter((entry) => entry.person.id !== person.id)
  return right === null ? others : [...others, { person, right }]
}
