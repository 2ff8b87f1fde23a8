import { syncType } from '@colophon/protocol'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { encodeSyncFrame } from '../sockets/sync-frame.js'
import { ada, grace } from '../testing/people.js'
import { openRawClient } from '../testing/raw-client.js'
import { startRoomServer } from '../testing/room-server.js'

const recordId = 'gapped-rec-1'

test('[S6] an update with a gap is not stored, not shown and not counted; asked again, its author sends all of it', async () => {
  const server = await startRoomServer()
  await server.create(recordId)
  const writer = await openRawClient(server.url, recordId, ada)
  const reader = await openRawClient(server.url, recordId, grace)
  await writer.until(() => writer.saved() === 1)

  // The first letter is lost on the way, so the others build on something that is not there.
  writer.doc.getText('text').insert(0, 'a')
  writer.edit((text) => text.insert(1, 'b'))
  writer.edit((text) => text.insert(2, 'c'))
  await writer.until(() => writer.notices.some(({ kind }) => kind === 'resync'))
  await reader.until(() => reader.text() === 'abc')
  await writer.until(() => writer.saved() === 4)
  expect(reader.doc.store.pendingStructs).toBeNull()
  expect(writer.notices).toHaveLength(1)
  expect(await server.storedText(recordId)).toBe('abc')
})

test('[S6] an answer that has a gap itself is refused without asking for ever', async () => {
  const server = await startRoomServer()
  await server.create(recordId)
  const stranger = new Y.Doc()
  stranger.getText('text').insert(0, 'lost')
  const before = Y.encodeStateVector(stranger)
  stranger.getText('text').insert(4, ' and found')
  const orphan = Y.encodeStateAsUpdate(stranger, before)

  const doc = new Y.Doc()
  Y.applyUpdate(doc, orphan)
  const client = await openRawClient(server.url, recordId, ada, { doc })
  await client.until(() => client.notices.length > 0)
  client.send(encodeSyncFrame(syncType.update, orphan))
  await client.sync()
  expect(client.notices).toMatchObject([{ kind: 'resync' }])
  expect(client.saved()).toBe(0)
  expect(await server.storedText(recordId)).toBe('')
})

test('[S6] deleting what the server does not have is a gap too', async () => {
  const server = await startRoomServer()
  await server.create(recordId)
  const client = await openRawClient(server.url, recordId, ada)
  await client.until(() => client.saved() === 1)
  client.doc.getText('text').insert(0, 'unseen')
  client.edit((text) => text.delete(0, 2))
  await client.until(() => client.notices.some(({ kind }) => kind === 'resync'))
  await client.until(() => client.saved() === 3)
  expect(await server.storedText(recordId)).toBe('seen')
})
