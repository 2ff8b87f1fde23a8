import { expect, test } from 'vitest'
import type { UpdateLog } from '../../store/store.js'
import { createGatedLog, type GatedLog } from '../testing/gated-log.js'
import { ada, grace } from '../testing/people.js'
import { openRawClient } from '../testing/raw-client.js'
import { type RoomServerOptions, startRoomServer } from '../testing/room-server.js'
import { ledger } from '../testing/serve-rooms.js'

const recordId = 'durable-rec-1'

test('[D1] the saved count moves only once an edit is on the disk', async () => {
  const { server, log } = await startGated()
  const writer = await openRawClient(server.url, recordId, ada)
  await writer.sync()
  log.shut()
  writer.edit((text) => text.insert(0, 'a'))
  await log.until(() => log.attempts === 1)
  await writer.sync()
  expect(writer.saved()).toBe(1)

  log.open()
  await writer.until(() => writer.saved() === 2)
  expect(await server.storedText(recordId)).toBe('a')
})

test('[D1] every document frame of a connection is counted once it is durable, edits without news included', async () => {
  const { server } = await startGated()
  const writer = await openRawClient(server.url, recordId, ada)
  await writer.until(() => writer.saved() === 1)
  const frame = writer.edit((text) => text.insert(0, 'abc'))
  for (let again = 0; again < 4; again += 1) writer.send(frame)
  writer.edit((text) => text.delete(0, 1))
  await writer.until(() => writer.saved() === 7)
  expect(await server.storedText(recordId)).toBe('bc')
})

test('[D1] a client without the subprotocol gets no frames that it does not know', async () => {
  const { server } = await startGated()
  const plain = await openRawClient(server.url, recordId, ada, { protocols: [] })
  plain.edit((text) => text.insert(0, 'a'))
  await plain.sync()
  server.rooms.pushLedger(recordId, { ...ledger, version: 2 })
  await plain.sync()
  expect(plain.saved()).toBe(0)
  expect(plain.ledgers).toEqual([])
})

test('[D7] nobody sees an edit before it is durable, neither live nor by joining', async () => {
  const { server, log } = await startGated()
  const writer = await openRawClient(server.url, recordId, ada)
  const reader = await openRawClient(server.url, recordId, grace)
  log.shut()
  writer.edit((text) => text.insert(0, 'early'))
  await log.until(() => log.attempts === 1)
  const joiner = await openRawClient(server.url, recordId, grace)
  await Promise.all([reader.sync(), joiner.sync()])
  expect([reader.text(), joiner.text()]).toEqual(['', ''])

  log.open()
  await Promise.all([reader.until(() => reader.text() === 'early'), joiner.until(() => joiner.text() === 'early')])
})

test('[D5] what arrives while the disk is busy is stored together and sent on as one frame', async () => {
  const { server, log } = await startGated()
  const writer = await openRawClient(server.url, recordId, ada)
  const reader = await openRawClient(server.url, recordId, grace)
  await reader.sync()
  log.shut()
  for (const letter of 'abcdefgh') writer.edit((text) => text.insert(text.length, letter))
  await log.until(() => log.attempts === 1)
  await writer.sync()
  log.open()
  await reader.until(() => reader.text() === 'abcdefgh')
  expect(log.attempts).toBe(2)
  expect(reader.updates()).toBe(2)
})

test('[D3] while the disk fails nothing is called saved, people are told, and after it everything is stored', async () => {
  const { server, log } = await startGated({
    settings: { troubleAfterMs: 20, retryFirstMs: 5, retrySlowestMs: 20, idleCloseMs: 1 },
  })
  const writer = await openRawClient(server.url, recordId, ada)
  const reader = await openRawClient(server.url, recordId, grace)
  await writer.until(() => writer.saved() === 1)
  log.breakDown()
  writer.edit((text) => text.insert(0, 'a'))
  writer.edit((text) => text.insert(1, 'b'))
  await Promise.all(
    [writer, reader].map((client) => client.until(() => client.notices.some(({ kind }) => kind === 'store-trouble'))),
  )
  const late = await openRawClient(server.url, recordId, grace)
  await late.until(() => late.notices.some(({ kind }) => kind === 'store-trouble'))
  expect(writer.saved()).toBe(1)
  expect(reader.text()).toBe('')
  expect(await server.rooms.read(recordId, (text) => text.read((doc) => doc.getText('text').toString()))).toBe('')

  log.repair()
  await writer.until(() => writer.saved() === 3 && writer.notices.some(({ kind }) => kind === 'store-recovered'))
  await reader.until(() => reader.text() === 'ab')
  expect(await server.storedText(recordId)).toBe('ab')
})

test('[D3] a room whose edits are not stored stays loaded when everybody has left, and stores them later', async () => {
  const { server, log } = await startGated({ settings: { retryFirstMs: 1, retrySlowestMs: 5, idleCloseMs: 1 } })
  const writer = await openRawClient(server.url, recordId, ada)
  log.breakDown()
  writer.edit((text) => text.insert(0, 'left behind'))
  await log.until(() => log.attempts >= 1)
  writer.close()
  await log.until(() => log.attempts >= 10)
  log.repair()
  const back = await openRawClient(server.url, recordId, ada)
  await back.until(() => back.text() === 'left behind')
  expect(await server.storedText(recordId)).toBe('left behind')
})

test('[D3] closing saves what was received, says so, and then says goodbye', async () => {
  const { server, log } = await startGated()
  const writer = await openRawClient(server.url, recordId, ada)
  await writer.until(() => writer.saved() === 1)
  log.shut()
  writer.edit((text) => text.insert(0, 'last words'))
  await log.until(() => log.attempts === 1)
  const closing = server.rooms.close()
  await writer.until(() => writer.notices.some(({ kind }) => kind === 'going-away'))
  log.open()
  await closing
  expect(await writer.closed).toEqual({ code: 1012, reason: 'restart' })
  expect(writer.saved()).toBe(2)
  expect(await server.storedText(recordId)).toBe('last words')
  await expect(server.rooms.prepare(recordId)).rejects.toMatchObject({ code: 'server-closing' })
})

test('[D3] closing does not wait for ever for a disk that never answers', async () => {
  const { server, log } = await startGated({ settings: { closeWithinMs: 50 } })
  const writer = await openRawClient(server.url, recordId, ada)
  log.shut()
  writer.edit((text) => text.insert(0, 'never'))
  await log.until(() => log.attempts === 1)
  await expect(server.rooms.close()).rejects.toMatchObject({ code: 'edits-given-up' })
  log.open()
})

test('[D5] a journal that outgrows its snapshot is folded into it while people go on', async () => {
  const { server } = await startGated({ settings: { compactBytes: 2_000 } })
  const writer = await openRawClient(server.url, recordId, ada)
  for (let round = 0; round < 300; round += 1) writer.edit((text) => text.insert(text.length, 'word '))
  await writer.until(() => writer.saved() === 301)
  await server.rooms.close()
  expect(server.updates.journalBytes(recordId)).toBe(0)
  expect(await server.storedText(recordId)).toBe('word '.repeat(300))
})

test('[D1] the server’s own edit is durable when it resolves, and everybody gets it', async () => {
  const { server } = await startGated()
  const reader = await openRawClient(server.url, recordId, ada)
  await reader.sync()
  await server.rooms.edit(recordId, (doc) => doc.getText('text').insert(0, 'by the server'))
  expect(await server.storedText(recordId)).toBe('by the server')
  await reader.until(() => reader.text() === 'by the server')
  await server.rooms.edit(recordId, () => undefined)
  await expect(server.rooms.edit(recordId, failing)).rejects.toThrow('no such slot')
  await expect(server.rooms.edit('unknown-rec-1', () => undefined)).rejects.toMatchObject({ code: 'record-missing' })
})

function failing(): void {
  throw new Error('no such slot')
}

async function startGated(options: RoomServerOptions = {}) {
  const logs: GatedLog[] = []
  const wrap = (updates: UpdateLog) => {
    const log = createGatedLog(updates)
    logs.push(log)
    return log
  }
  const server = await startRoomServer({ ...options, wrap })
  await server.create(recordId)
  const [log] = logs
  if (log === undefined) throw new Error('the store was not wrapped')
  return { server, log }
}
