import { expect, test } from 'vitest'
import { ada, grace } from './testing/people.js'
import { startRoomServer } from './testing/room-server.js'
import { openStockClient, reads, synced } from './testing/stock-client.js'

const recordId = 'stock-record-1'

test('[S1] an unmodified y-websocket client joins, edits and sees others', async () => {
  const server = await startRoomServer()
  await server.create(recordId, 'Hello')
  const first = openStockClient(server.url, recordId, ada)
  const second = openStockClient(server.url, recordId, grace)
  await Promise.all([synced(first), synced(second)])
  expect(first.doc.getText('text').toString()).toBe('Hello')

  first.doc.getText('text').insert(5, ', world')
  await reads(second, 'Hello, world')
  second.doc.getText('text').insert(12, '!')
  await reads(first, 'Hello, world!')
  expect(await server.storedText(recordId)).toBe('Hello, world!')
})

test('[S1] two y-websocket clients see each other’s carets, under the names they signed in with', async () => {
  const server = await startRoomServer()
  await server.create(recordId)
  const first = openStockClient(server.url, recordId, ada)
  const second = openStockClient(server.url, recordId, grace)
  await Promise.all([synced(first), synced(second)])

  const seen = new Promise((resolve) => {
    second.awareness.on('change', () => {
      const state = second.awareness.getStates().get(first.doc.clientID)
      if (state?.cursor !== undefined) resolve(state)
    })
  })
  first.awareness.setLocalState({ user: { name: 'Somebody else' }, cursor: 7 })
  expect(await seen).toMatchObject({ cursor: 7, user: { id: ada.id, name: 'Ada' } })
})

test('[S2] what a y-websocket client typed while it was cut off arrives when it is back', async () => {
  const server = await startRoomServer()
  await server.create(recordId, 'kept')
  const first = openStockClient(server.url, recordId, ada)
  await synced(first)
  first.disconnect()
  first.doc.getText('text').insert(4, ' offline')
  const second = openStockClient(server.url, recordId, grace)
  await synced(second)
  first.connect()
  await reads(second, 'kept offline')
})
