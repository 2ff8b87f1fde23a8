import { isCurrent, type Ledger, type RecordStatus, type Signoff } from '@colophon/protocol'
import type { SignoffLines } from '../documents/signoff-lines.js'
import type { LedgerRow } from '../store/store.js'

/** The ledger as clients see it. */
export function publicLedger({ id: _id, entries: _entries, head: _head, ...ledger }: LedgerRow): Ledger {
  return ledger
}

/** A record is in review from the moment somebody is asked to sign it. */
export function statusOf({ locked, signoffs }: Pick<Ledger, 'locked' | 'signoffs'>): RecordStatus {
  if (locked) return 'completed'
  return signoffs.some(({ eligible, decision }) => eligible.length > 0 || decision !== null) ? 'in review' : 'draft'
}

/** What the sign-off lines of a file can say: approvals where they cover its text, else what an imported file said. */
export function signoffLines({ signoffs }: Pick<Ledger, 'signoffs'>): SignoffLines {
  return {
    approvals: signoffs.flatMap(({ role, decision }) => {
      if (decision?.kind !== 'approved') return []
      const { person, at, fingerprint } = decision
      return [{ role, fingerprint, name: person.name, date: at.slice(0, isoDateChars) }]
    }),
    imported: Object.fromEntries(
      signoffs.flatMap(({ role, decision, imported }) => (decision === null && imported ? [[role, imported]] : [])),
    ),
  }
}

/** The roles as which somebody is asked to sign, and nobody has yet, or not this text. */
export function waitingFor(ledger: Ledger, userId: string): Signoff[] {
  if (ledger.locked) return []
  return ledger.signoffs.filter(
    (line) => line.eligible.some(({ id }) => id === userId) && !isCurrent(ledger, line.decision),
  )
}

/** Whether the record has everything that it takes to be completed. */
export function isSignedOff(ledger: Pick<Ledger, 'signoffs' | 'fingerprint'>): boolean {
  return ledger.signoffs.every((line) => !line.required || isApproved(ledger, line))
}

export function isApproved(ledger: Pick<Ledger, 'fingerprint'>, { decision }: Pick<Signoff, 'decision'>): boolean {
  return isCurrent(ledger, decision) && decision.kind === 'approved'
}

/** `YYYY-MM-DD`, the UTC day of an ISO 8601 time. */
const isoDateChars = 10
