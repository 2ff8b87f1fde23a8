import {
  closeCode,
  type ListRecordsQuery,
  type MarkdownQuery,
  type PatchRecord,
  type RecordDetails,
  type RecordSummary,
} from '@colophon/protocol'
import { fillTitle, recordTemplate } from '@colophon/template'
import type { Reader } from '../documents/reader.js'
import { openLedger, printedSignoffs } from '../signoffs/ledger.js'
import type { Signoffs } from '../signoffs/signoffs.js'
import type { RecordRow } from '../store/store.js'
import type { Rooms } from '../sync/rooms.js'
import { RecordError } from './record-error.js'
import type { RecordIndex } from './record-index.js'
import { detail, matches, summarise } from './summary.js'
import type { Templates } from './templates.js'

/** Records as people handle them. Every call about one record throws RecordMissing where it is not. */
export interface Records {
  /** Newest change first; archived ones only when asked for. */
  list(query: ListRecordsQuery): Promise<RecordSummary[]>
  details(id: string): Promise<RecordDetails>
  /** @throws RecordError `record-locked` */
  change(id: string, patch: PatchRecord): Promise<RecordDetails>
  markdown(id: string, query: MarkdownQuery): Promise<string>
  /** Deletes a record so that it can still be taken back. */
  delete(id: string): Promise<void>
  /** Takes a deleted record back; one that is not deleted stays as it is. */
  restore(id: string): Promise<RecordDetails>
}

export function createRecords(parts: {
  index: RecordIndex
  rooms: Pick<Rooms, 'read' | 'edit' | 'evict' | 'present'>
  reader: Pick<Reader, 'markdown' | 'summary'>
  signoffs: Signoffs
  templates: Templates
}): Records {
  const { index, rooms, reader, signoffs, templates } = parts

  async function detailsOf(row: RecordRow): Promise<RecordDetails> {
    const [ledger, template] = await Promise.all([signoffs.ledger(row.id), templates.get(row.templateId)])
    const name = template?.name ?? row.templateId
    return detail(row, ledger, rooms.present(row.id), { id: row.templateId, name })
  }

  /** The title slot is the title; a template without one leaves it to the index. */
  async function rename(id: string, title: string): Promise<void> {
    const ledger = await signoffs.ledger(id)
    if (ledger.locked) throw new RecordError('record-locked', 'The record is locked. Its title was not changed.')
    const { title: present } = await rooms.read(id, reader.summary)
    if (present !== undefined) await rooms.edit(id, (doc) => fillTitle(recordTemplate(doc), doc, title))
  }

  return {
    async list({ q = '', status, archived }) {
      const [rows, ledgers] = await Promise.all([index.list(), signoffs.ledgers()])
      return rows
        .filter((row) => row.deletedAt === null && row.archived === (archived === 'true') && matches(row, q))
        .map((row) => summarise(row, ledgers.get(row.id) ?? openLedger([]), rooms.present(row.id)))
        .filter((record) => status === undefined || record.status === status)
        .toSorted((left, right) => right.updatedAt.localeCompare(left.updatedAt))
    },

    details: async (id) => detailsOf(await index.live(id)),

    async change(id, { title, archived }) {
      await index.live(id)
      if (title !== undefined) await rename(id, title)
      const row = await index.change(id, (before) => ({
        ...before,
        title: title ?? before.title,
        archived: archived ?? before.archived,
        updatedAt: title === undefined ? before.updatedAt : new Date().toISOString(),
      }))
      return detailsOf(row)
    },

    async markdown(id, { unfilled, status }) {
      await index.live(id)
      const ledger = await signoffs.ledger(id)
      const options = {
        unfilled,
        signoffs: printedSignoffs(ledger),
        ...(status === 'live' && { status: ledger.status }),
      }
      return rooms.read(id, (text) => reader.markdown(text, options))
    },

    async delete(id) {
      await index.live(id)
      await index.change(id, (row) => ({ ...row, deletedAt: row.deletedAt ?? new Date().toISOString() }))
      await rooms.evict(id, closeCode.rightRevoked, 'This record was deleted.')
    },

    restore: async (id) => detailsOf(await index.change(id, (row) => ({ ...row, deletedAt: null }))),
  }
}
