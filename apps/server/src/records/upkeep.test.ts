import { fillTitle, implementationRecord, recordTemplate } from '@colophon/template'
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createDocuments } from '../documents/documents.js'
import { createReader } from '../documents/reader.js'
import { createLog } from '../log.js'
import { createLedgers, type Ledgers } from '../signoffs/ledgers.js'
import { creationOf } from '../signoffs/origin.js'
import { openLowdbStore } from '../store/lowdb/open.js'
import type { RecordRow, Store } from '../store/store.js'
import { temporaryFolder } from '../store/testing/temporary-folder.js'
import { createRooms } from '../sync/create-rooms.js'
import type { Rooms } from '../sync/rooms.js'
import { sourceArgv } from '../testing/source-process.js'
import { draftNew } from './draft.js'
import { createRecordIndex, type RecordIndex } from './record-index.js'
import { followEdits, purge } from './upkeep.js'

const log = createLog('silent')
const dayMs = 86_400_000
const now = Date.parse('2024-03-31T12:00:00Z')

const documents = createDocuments({ execArgv: sourceArgv })
const reader = createReader(documents)
afterAll(() => documents.close())

let store: Store
let rooms: Rooms
let index: RecordIndex
let ledgers: Ledgers

beforeEach(async () => {
  store = await openLowdbStore(await temporaryFolder(), log)
  rooms = createRooms({ store, log, settings: { settleMs: 1 } })
  index = createRecordIndex(store.records, log)
  const { ledgers: rows, audit } = store
  const origin = () => Promise.reject(new Error('Every record has its log.'))
  ledgers = await createLedgers({ rows, audit, origin, push: () => undefined, log })
  onTestFinished(async () => {
    await rooms.close()
    await store.close()
  })
})

async function add(id: string, change: Partial<RecordRow> = {}): Promise<void> {
  const draft = draftNew({ kind: 'new', source: implementationRecord, title: undefined })
  await store.updates.create(id, draft.state)
  const actor = { kind: 'person', id: 'ada', name: 'Ada' } as const
  await ledgers.begin(id, { actor, what: creationOf(draft.title, null, draft.roles, {}) })
  const at = new Date(now - 60 * dayMs).toISOString()
  const createdBy = { id: 'ada', name: 'Ada' }
  const { title, completeness } = draft
  const templateId = 'implementation-record'
  await index.add({
    id,
    title,
    templateId,
    createdAt: at,
    updatedAt: at,
    createdBy,
    archived: false,
    deletedAt: null,
    completeness,
    ...change,
  })
}

describe('upkeep', () => {
  test('what was deleted thirty days ago goes for good, and nothing else', async () => {
    await add('record-alive', {})
    await add('record-recent', { deletedAt: new Date(now - 29 * dayMs).toISOString() })
    await add('record-forgotten', { deletedAt: new Date(now - 30 * dayMs).toISOString() })
    expect(await purge({ index, rooms, store, ledgers, log }, now)).toBe(1)
    expect((await index.list()).map(({ id }) => id)).toEqual(['record-alive', 'record-recent'])
    await expect(store.updates.load('record-forgotten')).resolves.toBeUndefined()
    await expect(store.ledgers.get('record-forgotten')).resolves.toBeUndefined()
    await expect(store.audit.load('record-forgotten')).resolves.toEqual([])
    await expect(store.updates.load('record-recent')).resolves.toBeDefined()
  })

  test('a purge that is repeated finds nothing more to do', async () => {
    await add('record-forgotten', { deletedAt: new Date(now - 31 * dayMs).toISOString() })
    await purge({ index, rooms, store, ledgers, log }, now)
    expect(await purge({ index, rooms, store, ledgers, log }, now)).toBe(0)
  })

  test('the list follows what people write', async () => {
    await add('record-alive')
    const followed = new Promise<void>((resolve) => {
      const note: RecordIndex['note'] = (id, facts) => {
        index.note(id, facts)
        resolve()
      }
      followEdits({ rooms, reader, index: { ...index, note } })
    })
    await rooms.edit('record-alive', (doc) => fillTitle(recordTemplate(doc), doc, 'Rate limits'))
    await followed
    const row = await index.live('record-alive')
    expect(row).toMatchObject({ title: 'Rate limits', completeness: { filled: 1 } })
    expect(Date.parse(row.updatedAt)).toBeGreaterThan(now)
    expect(await store.records.get('record-alive')).not.toEqual(row)
    await index.flush()
    expect(await store.records.get('record-alive')).toEqual(row)
  })
})
