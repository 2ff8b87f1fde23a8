import { createHash } from 'node:crypto'
import {
  closeCode,
  emptyLedger,
  type Ledger,
  type ListRecordsQuery,
  type MarkdownQuery,
  type PatchRecord,
  type RecordDetails,
  type RecordSummary,
} from '@colophon/protocol'
import { fillTitle, recordTemplate } from '@colophon/template'
import type { Reader } from '../documents/reader.js'
import { actorOf } from '../signoffs/actor.js'
import { signoffLines } from '../signoffs/ledger.js'
import type { Ledgers } from '../signoffs/ledgers.js'
import { rightOf } from '../signoffs/rights.js'
import type { RecordRow } from '../store/store.js'
import type { Identity, Rooms } from '../sync/rooms.js'
import { RecordError } from './record-error.js'
import type { RecordIndex } from './record-index.js'
import { detail, matches, summarise } from './summary.js'
import type { Templates } from './templates.js'

/** Records as people handle them. Every call about one record throws RecordMissing where it is not. */
export interface Records {
  /** Those that `who` may read: first what waits for their signature, then newest change first; archived ones only when asked for. */
  list(query: ListRecordsQuery, who: Identity): Promise<RecordSummary[]>
  details(id: string, who: Identity): Promise<RecordDetails>
  /** @throws RecordError `record-locked` */
  change(id: string, patch: PatchRecord, who: Identity): Promise<RecordDetails>
  /** The file, with the names of those whose approval covers it. */
  markdown(id: string, query: MarkdownQuery): Promise<string>
  /** The file as it is when somebody completes it. */
  print(id: string, ledger: Ledger): Promise<string>
  /** The same file, given out for good: the record's log tells to whom. */
  export(id: string, query: MarkdownQuery, who: Identity): Promise<string>
  /** Deletes a record so that it can still be taken back. */
  delete(id: string): Promise<void>
  /** Takes a deleted record back; one that is not deleted stays as it is. */
  restore(id: string, who: Identity): Promise<RecordDetails>
}

export function createRecords(parts: {
  index: RecordIndex
  rooms: Pick<Rooms, 'read' | 'edit' | 'evict' | 'present'>
  reader: Pick<Reader, 'file' | 'markdown' | 'summary'>
  ledgers: Ledgers
  templates: Templates
}): Records {
  const { index, rooms, reader, ledgers, templates } = parts

  async function detailsOf(row: RecordRow, who: Identity): Promise<RecordDetails> {
    const [ledger, template] = await Promise.all([ledgers.get(row.id), templates.get(row.templateId)])
    const name = template?.name ?? row.templateId
    return detail({ row, ledger, present: rooms.present(row.id), who }, { id: row.templateId, name })
  }

  /** How a file is to be printed. */
  async function printing(id: string, { unfilled, status }: MarkdownQuery) {
    await index.live(id)
    const ledger = await ledgers.get(id)
    return { options: { unfilled, ...(status === 'live' && { status: ledger.status }) }, lines: signoffLines(ledger) }
  }

  /** The title slot is the title; a template without one leaves it to the index. */
  async function rename(id: string, title: string): Promise<void> {
    const ledger = await ledgers.get(id)
    if (ledger.locked) throw new RecordError('record-locked', 'The record is locked. Its title was not changed.')
    const { title: present } = await rooms.read(id, reader.summary)
    if (present !== undefined) await rooms.edit(id, (doc) => fillTitle(recordTemplate(doc), doc, title))
  }

  return {
    async list({ q = '', status, archived }, who) {
      const [rows, all] = await Promise.all([index.list(), ledgers.all()])
      return rows
        .filter((row) => row.deletedAt === null && row.archived === (archived === 'true') && matches(row, q))
        .map((row) => ({ row, ledger: all.get(row.id) ?? emptyLedger, present: rooms.present(row.id), who }))
        .filter(({ ledger }) => rightOf(who, ledger) !== null)
        .map(summarise)
        .filter((record) => status === undefined || record.status === status)
        .toSorted(waitingFirst)
    },

    details: async (id, who) => detailsOf(await index.live(id), who),

    async change(id, { title, archived }, who) {
      await index.live(id)
      if (title !== undefined) await rename(id, title)
      const row = await index.change(id, (before) => ({
        ...before,
        title: title ?? before.title,
        archived: archived ?? before.archived,
        updatedAt: title === undefined ? before.updatedAt : new Date().toISOString(),
      }))
      return detailsOf(row, who)
    },

    async markdown(id, query) {
      const { options, lines } = await printing(id, query)
      return rooms.read(id, (text) => reader.markdown(text, options, lines))
    },

    print: (id, ledger) =>
      rooms.read(id, (text) => reader.markdown(text, { status: ledger.status }, signoffLines(ledger))),

    async export(id, query, who) {
      const { options, lines } = await printing(id, query)
      const { markdown, fingerprint } = await rooms.read(id, (text) => reader.file(text, options, lines))
      const file = createHash('sha256').update(markdown, 'utf8').digest('hex')
      await ledgers.change(id, async () => ({ actor: actorOf(who), what: { event: 'exported', fingerprint, file } }))
      return markdown
    },

    async delete(id) {
      await index.live(id)
      await index.change(id, (row) => ({ ...row, deletedAt: row.deletedAt ?? new Date().toISOString() }))
      await rooms.evict(id, closeCode.rightRevoked, 'This record was deleted.')
    },

    restore: async (id, who) => detailsOf(await index.change(id, (row) => ({ ...row, deletedAt: null })), who),
  }
}

/** What waits for whoever looks, and what changed last. */
function waitingFirst(left: RecordSummary, right: RecordSummary): number {
  const waiting = Number(right.waiting.length > 0) - Number(left.waiting.length > 0)
  return waiting === 0 ? right.updatedAt.localeCompare(left.updatedAt) : waiting
}
