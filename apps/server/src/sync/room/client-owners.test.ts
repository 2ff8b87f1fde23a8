import { syncType } from '@colophon/protocol'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { encodeSyncFrame } from '../sockets/sync-frame.js'
import { ada, grace } from '../testing/people.js'
import { openRawClient } from '../testing/raw-client.js'
import { startRoomServer } from '../testing/room-server.js'

const recordId = 'owned-rec-01'

test('[A5] who writes under the client id of somebody else is cut off, and the words are nowhere', async () => {
  const server = await startRoomServer()
  await server.create(recordId, 'seed ')
  const author = await openRawClient(server.url, recordId, ada)
  await author.sync()
  author.edit((text) => text.insert(5, 'hers'))
  await author.until(() => author.saved() === 2)

  const forger = await openRawClient(server.url, recordId, grace)
  await forger.sync()
  forger.send(encodeSyncFrame(syncType.update, underIdOf(author.doc, forger.doc, ' not hers')))
  expect(await forger.closed).toMatchObject({ code: 1008 })
  expect(await server.storedText(recordId)).toBe('seed hers')

  author.edit((text) => text.insert(9, ' indeed'))
  await author.until(() => author.saved() === 3)
  expect(await server.storedText(recordId)).toBe('seed hers indeed')
})

test('[A5] whose a client id is outlasts the room and the folding of its journal', async () => {
  const server = await startRoomServer()
  await server.create(recordId)
  const author = await openRawClient(server.url, recordId, ada)
  author.edit((text) => text.insert(0, 'hers'))
  await author.until(() => author.saved() === 2)
  await server.rooms.evict(recordId, 1012, 'restart')
  expect(server.updates.journalBytes(recordId)).toBe(0)

  const forger = await openRawClient(server.url, recordId, grace)
  await forger.sync()
  forger.send(encodeSyncFrame(syncType.update, underIdOf(author.doc, forger.doc, '!')))
  expect(await forger.closed).toMatchObject({ code: 1008 })
  const again = await openRawClient(server.url, recordId, ada, { doc: author.doc })
  again.edit((text) => text.insert(4, ', still'))
  await again.until(() => again.saved() === 2)
  expect(await server.storedText(recordId)).toBe('hers, still')
})

/** What `victim` would send on writing `words`, made by somebody who knows the text. */
function underIdOf(victim: Y.Doc, known: Y.Doc, words: string): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(known))
  doc.clientID = victim.clientID
  const before = Y.encodeStateVector(doc)
  const text = doc.getText('text')
  text.insert(text.length, words)
  return Y.encodeStateAsUpdate(doc, before)
}
