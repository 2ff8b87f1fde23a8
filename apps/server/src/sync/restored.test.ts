import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { closeCode } from '@colophon/protocol'
import { expect, onTestFinished, test } from 'vitest'
import { createLog } from '../log.js'
import { openLowdbStore } from '../store/lowdb/open.js'
import { temporaryFolder } from '../store/testing/temporary-folder.js'
import type { RoomSettings } from './room-settings.js'
import { ada, edsger, grace } from './testing/people.js'
import { openRawClient, type RawClient } from './testing/raw-client.js'
import { stateOf } from './testing/room-server.js'
import { serveRooms } from './testing/serve-rooms.js'

const recordId = 'restored-rec1'

test('[D8] a record put back from a backup takes nothing of what was lost from whoever has seen it, and goes on', async () => {
  const { start, backUp, putBack } = await openPlace()
  let server = await start()
  const early = await write(server.url, 'Kept. ')
  await server.close()
  await backUp()

  server = await start()
  const late = await write(server.url, 'Lost. ')
  await server.close()
  await putBack()

  server = await start()
  const fresh = await openRawClient(server.url, recordId, grace)
  await fresh.sync()
  expect(fresh.text()).toBe('Kept. ')
  // As many entries as were lost, and more: it is not their number that gives the lost ones away.
  for (let entry = 0; entry < 5; entry += 1) fresh.edit((text) => text.insert(text.length, 'New. '))
  await fresh.until(() => fresh.saved() === 6)

  const seen = late.positions.at(-1)
  const returning = await openRawClient(server.url, recordId, ada, { doc: late.doc, handshake: { seen } })
  const heard: unknown[] = []
  returning.socket.on('message', (data) => heard.push(data))
  // All of the lost timeline, whether asked for or not.
  returning.edit((text) => text.insert(0, 'Lost too. '))
  expect(await returning.closed).toEqual({ code: closeCode.restored, reason: 'restored' })
  expect(heard).toEqual([])

  const offline = await openRawClient(server.url, recordId, ada, {
    doc: early.doc,
    handshake: { seen: early.positions.at(-1) },
  })
  offline.edit((text) => text.insert(0, 'Written offline. '))
  await fresh.until(() => fresh.text() === `Written offline. Kept. ${'New. '.repeat(5)}`)
  expect(server.rooms.present(recordId)).toHaveLength(2)
  await server.close()
})

test('[D8] how far a record has come is told on joining, ahead of the first edit of an epoch, and now and then', async () => {
  const { start } = await openPlace()
  const server = await start({ positionEveryMs: 60_000 })
  const writer = await openRawClient(server.url, recordId, ada)
  const reader = await openRawClient(server.url, recordId, grace)
  const stock = await openRawClient(server.url, recordId, edsger, { protocols: [] })
  await reader.until(() => reader.positions.length === 1)
  const [atFirst] = reader.positions
  let toldBeforeText = 0
  reader.doc.once('update', () => {
    toldBeforeText = reader.positions.length
  })
  for (const word of ['one ', 'two ', 'three ']) {
    const before = writer.saved()
    writer.edit((text) => text.insert(text.length, word))
    await writer.until(() => writer.saved() > before)
  }
  await reader.until(() => reader.text() === 'one two three ')
  expect(toldBeforeText).toBe(2)
  expect(reader.positions).toEqual([atFirst, { epoch: expect.not.stringMatching(atFirst?.epoch ?? ''), entry: 1 }])
  expect(writer.positions).toEqual(reader.positions)
  await stock.sync()
  expect(stock.positions).toEqual([])
  await server.close()
})

test('[D8] what was not told with an edit is told a little later', async () => {
  const { start } = await openPlace()
  const server = await start({ positionEveryMs: 20 })
  const writer = await openRawClient(server.url, recordId, ada)
  const reader = await openRawClient(server.url, recordId, grace)
  await writer.until(() => writer.saved() === 1)
  for (let edit = 0; edit < 5; edit += 1) writer.edit((text) => text.insert(0, 'x'))
  await writer.until(() => writer.saved() === 6)
  const reached = server.reached()
  await Promise.all(
    [writer, reader].map((client) => client.until(() => client.positions.at(-1)?.entry === reached?.entry)),
  )
  expect(reader.positions.at(-1)).toEqual(reached)
  await server.close()
})

/** A folder with one record, a way to serve it and a backup of it. */
async function openPlace() {
  const folder = await temporaryFolder()
  const [records, backup] = ['records', 'backup'].map((name) => join(folder, name))
  if (records === undefined || backup === undefined) throw new Error('no folder')
  const log = createLog('silent')
  const made = await openLowdbStore(folder, log)
  await made.updates.create(recordId, stateOf(''))
  await made.close()
  return {
    async start(settings: Partial<RoomSettings> = {}) {
      const store = await openLowdbStore(folder, log)
      const { url, rooms, close } = await serveRooms({ updates: store.updates, log, settings })
      let isClosed = false
      async function end() {
        if (isClosed) return
        isClosed = true
        await close()
        await store.close()
      }
      onTestFinished(end)
      return { url, rooms, reached: () => store.updates.reached(recordId), close: end }
    },
    backUp: () => cp(records, backup, { recursive: true }),
    async putBack() {
      await rm(records, { recursive: true })
      await cp(backup, records, { recursive: true })
    },
  }
}

/** Writes at the end of the record and waits until all of it is durable and the position told. */
async function write(url: string, words: string): Promise<RawClient> {
  const writer = await openRawClient(url, recordId, ada)
  await Promise.all([writer.sync(), writer.until(() => writer.saved() === 1)])
  writer.edit((text) => text.insert(text.length, words))
  await writer.until(() => writer.saved() === 2 && writer.positions.length === 2)
  writer.close()
  await writer.closed
  return writer
}
