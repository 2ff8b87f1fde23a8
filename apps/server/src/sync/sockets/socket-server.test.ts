import { once } from 'node:events'
import { subprotocol, syncType } from '@colophon/protocol'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { ada, identityHeader } from '../testing/people.js'
import { openRawClient } from '../testing/raw-client.js'
import { startRoomServer } from '../testing/room-server.js'
import { origin } from '../testing/serve-rooms.js'
import { refusedUpgrade } from '../testing/upgrade.js'
import { encodeSyncFrame } from './sync-frame.js'

const recordId = 'socket-rec-1'
const asAda = { [identityHeader]: JSON.stringify(ada) }

test('[A3] a foreign or missing origin is refused before anybody is asked who they are', async () => {
  const server = await startRoomServer()
  await server.create(recordId)
  for (const headers of [asAda, { ...asAda, origin: 'http://evil.test' }, { ...asAda, origin: 'null' }]) {
    expect(await refusedUpgrade(server.url, recordId, headers)).toMatchObject({
      status: 403,
      problem: { code: 'origin-refused' },
    })
  }
})

test('[A1] an anonymous upgrade is answered with 401 and loads nothing', async () => {
  let loads = 0
  const server = await startRoomServer({
    wrap: (updates) => ({
      ...updates,
      load(id) {
        loads += 1
        return updates.load(id)
      },
    }),
  })
  await server.create(recordId)
  expect(await refusedUpgrade(server.url, recordId, { origin })).toMatchObject({
    status: 401,
    problem: { code: 'signed-out' },
  })
  expect(loads).toBe(0)
})

test('[S3] a record that is not there, or no record id at all, is answered with 404', async () => {
  const server = await startRoomServer()
  for (const id of ['nowhere-rec-1', 'short', '..%2f..%2fetc%2fpasswd', `${recordId}/more`, '']) {
    const answer = await refusedUpgrade(server.url, id, { ...asAda, origin })
    expect(answer).toMatchObject({ status: 404, problem: { code: 'record-missing' } })
  }
  expect(await refusedUpgrade(server.url.replace('/sync', '/elsewhere'), recordId, { ...asAda, origin })).toMatchObject(
    {
      status: 404,
    },
  )
})

test('[S3] a store that fails is answered with 503 and when to try again', async () => {
  const server = await startRoomServer({
    wrap: (updates) => ({ ...updates, load: () => Promise.reject(new Error('EIO')) }),
  })
  const answer = await refusedUpgrade(server.url, recordId, { ...asAda, origin })
  expect(answer).toMatchObject({ status: 503, problem: { code: 'unavailable' } })
  expect(answer.headers['retry-after']).toBe('2')
})

test('[S3] a server that is going down is answered with 503', async () => {
  const server = await startRoomServer()
  await server.create(recordId)
  await server.rooms.close()
  expect(await refusedUpgrade(server.url, recordId, { ...asAda, origin })).toMatchObject({
    status: 503,
    problem: { code: 'server-closing' },
  })
})

test('[S1] the subprotocol is spoken only when it is asked for', async () => {
  const server = await startRoomServer()
  await server.create(recordId)
  const asking = await openRawClient(server.url, recordId, ada, { protocols: ['something-else', subprotocol] })
  const plain = await openRawClient(server.url, recordId, ada, { protocols: [] })
  expect([asking.socket.protocol, plain.socket.protocol]).toEqual([subprotocol, ''])
})

test('[A7] a peer that does not answer is dropped, one that does is kept and hears from the server', async () => {
  const server = await startRoomServer({ heartbeatMs: 30 })
  await server.create(recordId)
  const silent = new WebSocket(`${server.url}/${recordId}`, { origin, headers: asAda, autoPong: false })
  const client = await openRawClient(server.url, recordId, ada, { protocols: [] })
  const [code] = await once(silent, 'close')
  expect(code).toBe(1006)
  const [data] = await once(client.socket, 'message')
  expect([...data]).toEqual([1, 1, 0])
  await client.sync()
})

test('[A6] a room whose edits wait for the disk reads on when they are stored', async () => {
  const server = await startRoomServer({ settings: { backlogBytes: 10 } })
  await server.create(recordId)
  const writer = await openRawClient(server.url, recordId, ada)
  for (let round = 0; round < 50; round += 1) writer.edit((text) => text.insert(0, 'more than ten bytes '))
  await writer.until(() => writer.saved() === 51)
})

test('[A6] a frame beyond the limit closes its socket with 1009', async () => {
  const server = await startRoomServer()
  await server.create(recordId)
  const client = await openRawClient(server.url, recordId, ada)
  client.send(encodeSyncFrame(syncType.update, new Uint8Array(4_000_001)))
  expect(await client.closed).toMatchObject({ code: 1009 })
})
