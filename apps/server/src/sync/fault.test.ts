import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createLog } from '../log.js'
import { createRecordDocument } from './record-document.js'
import { ada, grace } from './testing/people.js'
import { openRawClient } from './testing/raw-client.js'
import { startRoomServer, stateOf } from './testing/room-server.js'

const recordId = 'faulty-rec-01'

test('[A6] a room whose document breaks is loaded anew from the store, and the edit is there', async () => {
  let breaks = true
  const server = await startRoomServer({
    wrap: (updates) => ({
      ...updates,
      async append(id, batch) {
        await updates.append(id, batch)
        // What no check foresaw: the bytes are stored, and then cannot be applied.
        if (breaks) for (const update of batch) update.fill(255)
        breaks = false
      },
    }),
  })
  await server.create(recordId, 'whole ')
  const writer = await openRawClient(server.url, recordId, ada)
  await writer.sync()
  writer.edit((text) => text.insert(6, 'again'))
  expect(await writer.closed).toEqual({ code: 1013, reason: 'reload' })
  const reader = await openRawClient(server.url, recordId, grace)
  await reader.sync()
  expect(reader.text()).toBe('whole again')
  expect(server.logText()).toContain('opened again')
})

test('[A6] a stored update that cannot be applied does not keep the others from being read', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, stateOf('one'))
  const before = Y.encodeStateVector(doc)
  doc.getText('text').insert(3, ' two')
  const good = Y.encodeStateAsUpdate(doc, before)
  const document = createRecordDocument(
    stateOf(''),
    [Y.encodeStateAsUpdate(doc), Uint8Array.of(9, 9, 9), good],
    createLog('silent'),
  )
  expect(document.read((read) => read.getText('text').toString())).toBe('one two')
})
