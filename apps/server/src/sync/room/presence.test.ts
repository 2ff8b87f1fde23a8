import { frameType, limits } from '@colophon/protocol'
import { expect, test } from 'vitest'
import { ada, grace } from '../testing/people.js'
import { openRawClient, type RawClient } from '../testing/raw-client.js'
import { startRoomServer } from '../testing/room-server.js'
import { personColor } from './person-color.js'

const recordId = 'present-rec-1'

test('[A4] the server stamps a state with the signed-in identity, whatever the client says', async () => {
  const { first, second } = await startPair()
  first.sendAwareness({ cursor: 3, user: { id: 'forged', name: 'The Boss', color: '#000000', extra: 1 } })
  const state = await second.until(() => second.awareness.getStates().get(first.doc.clientID))
  expect(state).toEqual({ cursor: 3, user: { id: ada.id, name: 'Ada', color: personColor(ada.id) } })
})

test('[A4] a state is gone for the others as soon as its socket closes', async () => {
  const { first, second } = await startPair()
  first.sendAwareness({ cursor: 1 })
  await second.until(() => second.awareness.getStates().has(first.doc.clientID))
  first.close()
  await second.until(() => !second.awareness.getStates().has(first.doc.clientID))
})

test('[A4] a state that its author takes back is gone, and may come again', async () => {
  const { first, second } = await startPair()
  first.sendAwareness({ cursor: 1 })
  await second.until(() => second.awareness.getStates().has(first.doc.clientID))
  first.sendAwareness(null)
  await second.until(() => !second.awareness.getStates().has(first.doc.clientID))
  first.sendAwareness({ cursor: 2 })
  await second.until(() => second.awareness.getStates().get(first.doc.clientID)?.cursor === 2)
})

test('[A4] a joiner hears of everybody, and again when they ask', async () => {
  const { server, first } = await startPair()
  first.sendAwareness({ cursor: 1 })
  await first.sync()
  const third = await openRawClient(server.url, recordId, grace)
  await third.until(() => third.awareness.getStates().has(first.doc.clientID))
  third.awareness.states.delete(first.doc.clientID)
  third.send(Uint8Array.from([frameType.queryAwareness]))
  await third.until(() => third.awareness.getStates().has(first.doc.clientID))
})

test('[A4] somebody who reconnects under the same client id is seen at once', async () => {
  const { server, first, second } = await startPair()
  first.sendAwareness({ cursor: 1 })
  await second.until(() => second.awareness.getStates().has(first.doc.clientID))
  first.socket.terminate()
  await second.until(() => !second.awareness.getStates().has(first.doc.clientID))
  const back = await openRawClient(server.url, recordId, ada, { doc: first.doc })
  back.sendAwareness({ cursor: 2 })
  await second.until(() => second.awareness.getStates().get(first.doc.clientID)?.cursor === 2)
})

test('[A4] somebody who reconnects before the server has noticed takes their state over', async () => {
  const { server, first, second } = await startPair()
  first.sendAwareness({ cursor: 1 })
  await second.until(() => second.awareness.getStates().has(first.doc.clientID))
  const back = await openRawClient(server.url, recordId, ada, { doc: first.doc })
  back.sendAwareness({ cursor: 2 })
  await second.until(() => second.awareness.getStates().get(first.doc.clientID)?.cursor === 2)
  first.socket.terminate()
  await first.closed
  back.sendAwareness({ cursor: 3 })
  await second.until(() => second.awareness.getStates().get(first.doc.clientID)?.cursor === 3)
})

test('[A4] nobody speaks for another, and nobody is sent a state of their own', async () => {
  const { server, first, second } = await startPair()
  first.sendAwareness({ cursor: 1 })
  second.sendAwareness({ cursor: 9 })
  await second.until(() => second.awareness.getStates().has(first.doc.clientID))
  const clock = second.awareness.meta.get(second.doc.clientID)?.clock

  const forger = await openRawClient(server.url, recordId, grace, { doc: first.doc })
  forger.sendAwareness({ cursor: 666 })
  await forger.sync()
  first.sendAwareness({ cursor: 2 })
  await second.until(() => second.awareness.getStates().get(first.doc.clientID)?.cursor === 2)
  expect(second.awareness.meta.get(second.doc.clientID)?.clock).toBe(clock)
  expect(second.awareness.getLocalState()).toEqual({ cursor: 9 })
})

test('[A4] a state of more than 4 KB closes its socket as too large', async () => {
  const { first, second } = await startPair()
  first.sendAwareness({ note: 'x'.repeat(limits.awarenessBytes) })
  expect(await first.closed).toMatchObject({ code: 1009 })
  await second.sync()
  expect(second.awareness.getStates().has(first.doc.clientID)).toBe(false)
})

async function startPair() {
  const server = await startRoomServer()
  await server.create(recordId)
  const open = (who: typeof ada): Promise<RawClient> => openRawClient(server.url, recordId, who)
  const [first, second] = await Promise.all([open(ada), open(grace)])
  return { server, first, second }
}
