import type { Ledger } from '@colophon/protocol'
import type { Signoffs } from '@colophon/template'
import type { LedgerRow } from '../store/store.js'

/** A new record's ledger: every role open, with what an imported file said beside it. */
export function openLedger(roles: readonly { role: string; label: string }[], imported: Signoffs = {}): Ledger {
  return {
    version: 0,
    status: 'draft',
    locked: false,
    signoffs: roles.map(({ role, label }) => ({
      role,
      label,
      signed: null,
      imported: (Object.hasOwn(imported, role) && imported[role]) || null,
    })),
  }
}

/** The ledger as clients see it. */
export function publicLedger({ id: _id, ...ledger }: LedgerRow): Ledger {
  return ledger
}

/** What the printer is handed: a person's tick, else what the imported file said, else nothing. */
export function printedSignoffs(ledger: Ledger): Signoffs {
  return Object.fromEntries(
    ledger.signoffs.flatMap(({ role, signed, imported }) => {
      if (signed) return [[role, { name: signed.person.name, date: signed.at.slice(0, isoDateChars) }]]
      return imported ? [[role, imported]] : []
    }),
  )
}

/** `YYYY-MM-DD`, the UTC day of an ISO 8601 time. */
const isoDateChars = 10
