import { expect, test } from 'vitest'
import type { UpdateLog } from '../store/store.js'
import type { RecordText } from './rooms.js'
import { ada, edsger, grace } from './testing/people.js'
import { openRawClient } from './testing/raw-client.js'
import { startRoomServer } from './testing/room-server.js'
import { ledger } from './testing/serve-rooms.js'
import { createWatched } from './testing/watched.js'

const recordId = 'room-record-1'

test('[S3] a record that opens, closes and opens again on a slow store loses nothing', {
  timeout: 30_000,
}, async () => {
  const server = await startRoomServer({ settings: { idleCloseMs: 0, compactBytes: 200 }, wrap: slow })
  await server.create(recordId)
  let expected = ''
  for (let round = 0; round < 15; round += 1) {
    const writer = await openRawClient(server.url, recordId, ada)
    await writer.sync()
    await writer.until(() => writer.text() === expected)
    const before = writer.saved()
    writer.edit((text) => text.insert(text.length, `${round} `))
    // Every other time the room comes to its end by itself, with the edit under way.
    if (round % 2 === 0) await writer.until(() => writer.saved() > before)
    else await writer.sync()
    writer.close()
    expected += `${round} `
  }
  const reader = await openRawClient(server.url, recordId, grace)
  await reader.sync()
  await reader.until(() => reader.text() === expected)
})

test('[S3] many people who open a record at once load it once, and are synced only with all of it', async () => {
  let loads = 0
  const server = await startRoomServer({
    wrap: (updates) => ({
      ...slow(updates),
      async load(id) {
        loads += 1
        await turns(50)
        return updates.load(id)
      },
    }),
  })
  await server.create(recordId, 'all of it')
  const clients = await Promise.all(Array.from({ length: 12 }, () => openRawClient(server.url, recordId, ada)))
  await Promise.all(clients.map((client) => client.sync()))
  expect(clients.map((client) => client.text())).toEqual(Array.from({ length: 12 }, () => 'all of it'))
  expect(loads).toBe(1)
})

test('[S3] a room that could not be loaded is loaded anew for whoever comes next', async () => {
  let fails = true
  const server = await startRoomServer({
    wrap: (updates) => ({
      ...slow(updates),
      load: (id) => (fails ? Promise.reject(new Error('EIO')) : updates.load(id)),
    }),
  })
  await server.create(recordId, 'there after all')
  await expect(server.rooms.prepare(recordId)).rejects.toThrow('EIO')
  fails = false
  expect(await server.rooms.read(recordId, wordsOf)).toBe('there after all')
})

test('a record that is not there cannot be prepared, read or edited', async () => {
  const server = await startRoomServer()
  const missing = { name: 'RecordMissing', recordId: 'nowhere-rec-1' }
  await expect(server.rooms.prepare('nowhere-rec-1')).rejects.toMatchObject(missing)
  await expect(server.rooms.read('nowhere-rec-1', () => 1)).rejects.toMatchObject(missing)
  expect(server.rooms.present('nowhere-rec-1')).toEqual([])
})

test('people with the record open are named once each', async () => {
  const server = await startRoomServer()
  await server.create(recordId)
  const clients = await Promise.all([ada, ada, grace].map((who) => openRawClient(server.url, recordId, who)))
  await openRawClient(server.url, recordId, { kind: 'service', id: 'token', name: 'CI', role: 'admin' })
  expect(server.rooms.present(recordId)).toEqual(
    expect.arrayContaining([
      { id: ada.id, name: 'Ada' },
      { id: grace.id, name: 'Grace' },
    ]),
  )
  expect(server.rooms.present(recordId)).toHaveLength(2)

  const [first, , leaver] = clients
  if (first === undefined || leaver === undefined) throw new Error('nobody came')
  leaver.sendAwareness({ cursor: 1 })
  await first.until(() => first.awareness.getStates().has(leaver.doc.clientID))
  leaver.close()
  await first.until(() => !first.awareness.getStates().has(leaver.doc.clientID))
  expect(server.rooms.present(recordId)).toEqual([{ id: ada.id, name: 'Ada' }])
})

test('[A2] a viewer reads along, is refused when they write, and is told so once', async () => {
  const server = await startRoomServer()
  await server.create(recordId, 'read me')
  const viewer = await openRawClient(server.url, recordId, edsger)
  const writer = await openRawClient(server.url, recordId, ada)
  await viewer.sync()
  viewer.edit((text) => text.insert(0, 'graffiti '))
  viewer.edit((text) => text.insert(0, 'more '))
  await viewer.until(() => viewer.notices.length > 0)
  writer.edit((text) => text.insert(0, ''))
  writer.edit((text) => text.insert(0, 'Please '))
  await writer.until(() => writer.saved() === 2)
  await viewer.sync()
  expect(viewer.notices).toMatchObject([{ kind: 'read-only' }])
  expect(viewer.saved()).toBe(0)
  expect(viewer.updates()).toBe(1)
  expect(await server.storedText(recordId)).not.toContain('graffiti')
})

test('[G2] the ledger comes with the socket and is pushed to everybody who understands it', async () => {
  const server = await startRoomServer()
  await server.create(recordId)
  const client = await openRawClient(server.url, recordId, ada)
  await client.until(() => client.ledgers.length === 1)
  server.rooms.pushLedger(recordId, { ...ledger, version: 2 })
  await client.until(() => client.ledgers.length === 2)
  expect(client.ledgers.map(({ version }) => version)).toEqual([1, 2])
})

test('[A2] a person who signs out is dropped from every record, and nobody else is', async () => {
  const server = await startRoomServer()
  await Promise.all([server.create(recordId), server.create('room-record-2')])
  const hers = await Promise.all([recordId, 'room-record-2'].map((id) => openRawClient(server.url, id, ada)))
  const other = await openRawClient(server.url, recordId, grace)
  server.rooms.dismiss(ada.id, 4001, 'signed out')
  expect(await Promise.all(hers.map(({ closed }) => closed))).toEqual([
    { code: 4001, reason: 'signed out' },
    { code: 4001, reason: 'signed out' },
  ])
  await other.sync()
  expect(server.rooms.present(recordId)).toEqual([{ id: grace.id, name: 'Grace' }])
})

test('an evicted record is saved and let go of before the promise resolves', async () => {
  const server = await startRoomServer()
  await server.create(recordId)
  const client = await openRawClient(server.url, recordId, ada)
  client.edit((text) => text.insert(0, 'until the end'))
  await client.sync()
  await server.rooms.evict(recordId, 1008, 'deleted')
  expect(await client.closed).toEqual({ code: 1008, reason: 'deleted' })
  expect(await server.storedText(recordId)).toBe('until the end')
  expect(server.updates.journalBytes(recordId)).toBe(0)
  await server.updates.delete(recordId)
  await expect(server.rooms.prepare(recordId)).rejects.toMatchObject({ code: 'record-missing' })
})

test('listeners hear of changes once they have settled, and before the room closes; one that throws harms nobody', async () => {
  const server = await startRoomServer({ settings: { settleMs: 60_000, settleAtLatestMs: 60_000 } })
  await server.create(recordId)
  const heard: string[] = []
  server.rooms.onSettled(async () => {
    throw new Error('a listener’s own trouble')
  })
  server.rooms.onSettled(async (id, text) => {
    heard.push(`${id} ${wordsOf(text)}`)
  })
  await server.rooms.edit(recordId, (doc) => doc.getText('text').insert(0, 'one'))
  await server.rooms.edit(recordId, (doc) => doc.getText('text').insert(3, ' two'))
  expect(heard).toEqual([])
  await server.rooms.evict(recordId, 1012, 'restart')
  expect(heard).toEqual([`${recordId} one two`])
})

test('[A2] a seat that is given up lets the room go', async () => {
  const watched = createWatched()
  let isFolded = false
  const compact = async () => {
    isFolded = true
    watched.changed()
  }
  const wrap = (updates: UpdateLog) => ({ ...updates, compact })
  const server = await startRoomServer({ settings: { idleCloseMs: 0 }, wrap })
  await server.create(recordId)
  const seat = await server.rooms.prepare(recordId)
  await server.rooms.edit(recordId, (doc) => doc.getText('text').insert(0, 'kept'))
  seat.leave()
  seat.leave()
  await watched.until(() => isFolded)
})

const wordsOf = (text: RecordText) => text.read((doc) => doc.getText('text').toString())

/** Answers some turns of the event loop late. */
function slow(updates: UpdateLog): UpdateLog {
  return {
    create: (id, state) => updates.create(id, state),
    load: async (id) => turns(20).then(() => updates.load(id)),
    append: async (id, more, owners) => turns(20).then(() => updates.append(id, more, owners)),
    position: (id) => updates.position(id),
    reached: (id) => updates.reached(id),
    leadsThrough: (id, position) => updates.leadsThrough(id, position),
    compact: async (id, snapshot, position) => turns(40).then(() => updates.compact(id, snapshot, position)),
    journalBytes: (id) => updates.journalBytes(id),
    delete: (id) => updates.delete(id),
  }
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
