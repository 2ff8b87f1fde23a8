import type { Ledger, Person, RecordDetails, RecordSummary } from '@colophon/protocol'
import { isApproved, waitingFor } from '../signoffs/ledger.js'
import { rightOf } from '../signoffs/rights.js'
import type { RecordRow } from '../store/store.js'
import type { Identity } from '../sync/rooms.js'

/** A record's row and ledger, who has it open, and who asks. */
export interface Seen {
  readonly row: RecordRow
  readonly ledger: Ledger
  readonly present: Person[]
  readonly who: Identity
}

/** A record as the list shows it. */
export function summarise({ row, ledger, present, who }: Seen): RecordSummary {
  const { id, title, archived, createdAt, updatedAt, createdBy, completeness } = row
  const required = ledger.signoffs.filter((line) => line.required)
  return {
    id,
    title,
    archived,
    createdAt,
    updatedAt,
    createdBy,
    completeness,
    status: ledger.status,
    signed: { filled: required.filter((line) => isApproved(ledger, line)).length, total: required.length },
    waiting: archived ? [] : waitingFor(ledger, who.id).map(({ label }) => label),
    present,
  }
}

/** A record with its template, its ledger, and what its reader may do. */
export function detail(seen: Seen, template: RecordDetails['template']): RecordDetails {
  const { ledger, who } = seen
  return { ...summarise(seen), template, ledger, right: rightOf(who, ledger) ?? 'viewer' }
}

/** Whether the list should show a record to somebody looking for `words`: each of them in its title or its author. */
export function matches(row: RecordRow, words: string): boolean {
  const text = `${row.title} ${row.createdBy.name}`.toLocaleLowerCase()
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
