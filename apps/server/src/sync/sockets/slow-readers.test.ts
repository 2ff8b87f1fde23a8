import { frameType } from '@colophon/protocol'
import { expect, test } from 'vitest'
import { ada, edsger, grace } from '../testing/people.js'
import { openRawClient, type RawClient } from '../testing/raw-client.js'
import { startRoomServer } from '../testing/room-server.js'

const recordId = 'reader-rec-1'

test('[A7] a reader that does not read is dropped when its buffer passes its cap, and the others are not', {
  timeout: 30_000,
}, async () => {
  const server = await startRoomServer({ settings: { unreadBytes: 200_000 } })
  await server.create(recordId)
  const [sleeper, reader, writer] = await Promise.all(
    [edsger, grace, ada].map((who) => openRawClient(server.url, recordId, who)),
  )
  if (sleeper === undefined || reader === undefined || writer === undefined)
    throw new Error('three clients were opened')
  sleeper.socket.pause()
  await writeUntil(writer, () => server.rooms.present(recordId).length === 2)
  const names = server.rooms.present(recordId).map(({ name }) => name)
  expect(names.toSorted()).toEqual(['Ada', 'Grace'])
  writer.edit((text) => text.insert(0, 'The others read on.'))
  await reader.until(() => reader.text() === writer.text())
})

test('[A7] what a room sends to many who do not read is held once, and let go of with them', {
  timeout: 60_000,
}, async () => {
  const server = await startRoomServer({ settings: { unreadBytes: 4_000_000 } })
  await server.create(recordId)
  const writer = await openRawClient(server.url, recordId, ada)
  const sleepers = await Promise.all(Array.from({ length: 20 }, () => openRawClient(server.url, recordId, edsger)))
  for (const { socket } of sleepers) socket.pause()
  const before = heldBytes()
  let most = 0
  await writeUntil(writer, () => {
    most = Math.max(most, heldBytes() - before)
    return server.rooms.present(recordId).length === 1
  })
  console.info(`twenty sockets that read nothing: ${(most / 1e6).toFixed(0)} MB at most, ${most / 20 / 1e6} MB each`)
  // A copy for each would be 80 MB and more.
  expect(most).toBeLessThan(60_000_000)
})

test('[A7] who reads slowly is spared old carets, and then told where everybody is', { timeout: 30_000 }, async () => {
  const server = await startRoomServer({ settings: { unreadBytes: 1_000_000 } })
  await server.create(recordId)
  const [reader, mover] = await Promise.all([edsger, ada].map((who) => openRawClient(server.url, recordId, who)))
  if (reader === undefined || mover === undefined) throw new Error('two clients were opened')
  let carets = 0
  reader.socket.on('message', (data) => {
    if (data instanceof Uint8Array && data[0] === frameType.awareness) carets += 1
  })
  const moves = 6_000
  reader.socket.pause()
  for (let move = 1; move <= moves; move += 1) {
    mover.sendAwareness({ cursor: move, padding: 'x'.repeat(3_000) })
    if (move % 20 === 0) await mover.sync()
  }
  const present = server.rooms.present(recordId).map(({ name }) => name)
  expect(present.toSorted()).toEqual(['Ada', 'Edsger'])

  reader.socket.resume()
  await reader.until(() => reader.awareness.getStates().get(mover.doc.clientID)?.cursor === moves)
  expect(carets).toBeLessThan(moves)
})

test('[A7] who left meanwhile is gone for a slow reader too', { timeout: 30_000 }, async () => {
  const server = await startRoomServer()
  await server.create(recordId)
  const [reader, writer, mover] = await Promise.all(
    [edsger, ada, grace].map((who) => openRawClient(server.url, recordId, who)),
  )
  if (reader === undefined || writer === undefined || mover === undefined) throw new Error('three clients were opened')
  mover.sendAwareness({ cursor: 1 })
  await reader.until(() => reader.awareness.getStates().has(mover.doc.clientID))
  reader.socket.pause()
  for (let round = 0; round < 20; round += 1) writer.edit((text) => text.insert(0, 'x'.repeat(500_000)))
  await writer.until(() => writer.saved() === 21)
  mover.close()
  await writer.until(() => !writer.awareness.getStates().has(mover.doc.clientID))
  reader.socket.resume()
  await reader.until(() => !reader.awareness.getStates().has(mover.doc.clientID))
})

async function writeUntil(writer: RawClient, isOver: () => boolean): Promise<void> {
  for (let sent = writer.saved(); !isOver(); sent += 2) {
    writer.edit((text) => text.insert(0, 'x'.repeat(500_000)))
    writer.edit((text) => text.delete(0, 500_000))
    await writer.until(() => writer.saved() >= sent + 2)
  }
}

/** What this process, which serves, holds outside its heap. */
function heldBytes(): number {
  return process.memoryUsage().arrayBuffers
}
