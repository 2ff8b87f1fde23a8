import type { Ledger, Person, RecordDetails, RecordSummary } from '@colophon/protocol'
import type { RecordRow } from '../store/store.js'

/** A record as the list shows it. @param present who has it open. */
export function summarise(row: RecordRow, ledger: Ledger, present: Person[]): RecordSummary {
  const { id, title, archived, createdAt, updatedAt, createdBy, completeness } = row
  return {
    id,
    title,
    archived,
    createdAt,
    updatedAt,
    createdBy,
    completeness,
    status: ledger.status,
    signed: { filled: ledger.signoffs.filter(({ signed }) => signed).length, total: ledger.signoffs.length },
    present,
  }
}

/** A record with its template and its ledger. */
export function detail(
  row: RecordRow,
  ledger: Ledger,
  present: Person[],
  template: RecordDetails['template'],
): RecordDetails {
  return { ...summarise(row, ledger, present), template, ledger }
}

/** Whether the list should show a record to somebody looking for `words`: each of them in its title or its author. */
export function matches(row: RecordRow, words: string): boolean {
  const text = `${row.title} ${row.createdBy.name}`.toLocaleLowerCase()
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
