import { frameType, syncType } from '@colophon/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ada, grace } from '../testing/people.js'
import { openRawClient } from '../testing/raw-client.js'
import { startRoomServer } from '../testing/room-server.js'
import { encodeSyncFrame } from './sync-frame.js'

const recordId = 'hostile-rec-1'
const seed = Number(process.env.FC_SEED ?? 20_260)

const hostile: Record<string, Uint8Array | string> = {
  'an empty frame': new Uint8Array(),
  'a frame of one byte': Uint8Array.of(0),
  'two bytes that promise more': Uint8Array.of(0, 2),
  'a type nobody knows': Uint8Array.of(99, 1, 2, 3),
  'a frame that only servers send': Uint8Array.of(frameType.saved, 5),
  'authentication inside the socket': Uint8Array.of(frameType.auth, 0),
  'a sync message nobody knows': Uint8Array.of(0, 7, 1, 0),
  'a number without end': new Uint8Array(64).fill(255),
  'a state vector that ends early': Uint8Array.of(0, 0, 1, 200),
  'an update that promises 2^32 structs': encodeSyncFrame(syncType.update, Uint8Array.of(1, 255, 255, 255, 255, 15, 1)),
  'an update with bytes after its end': encodeSyncFrame(syncType.update, Uint8Array.of(0, 0, 1)),
  'an awareness message that ends early': Uint8Array.of(frameType.awareness, 2, 5, 1),
  'an awareness state that is no object': Uint8Array.of(frameType.awareness, 5, 1, 7, 1, 1, 0x31),
  'an awareness state that is no JSON': Uint8Array.of(frameType.awareness, 5, 1, 7, 1, 1, 0x7b),
  text: 'hello',
}

for (const [name, frame] of Object.entries(hostile)) {
  test(`[A6] ${name} closes its own socket with 1008 and troubles nobody else`, async () => {
    const server = await startRoomServer()
    await server.create(recordId, 'calm')
    const witness = await openRawClient(server.url, recordId, grace)
    const attacker = await openRawClient(server.url, recordId, ada)
    attacker.socket.send(frame)
    expect(await attacker.closed).toEqual({ code: 1008, reason: 'bad frame' })
    await witness.sync()
    expect(witness.text()).toBe('calm')
  })
}

test(`[A6] random frames never end the process or change the record (seed ${seed})`, { timeout: 60_000 }, async () => {
  const server = await startRoomServer()
  await server.create(recordId, 'calm')
  const witness = await openRawClient(server.url, recordId, grace)
  const frames = fc.tuple(
    fc.constantFrom(0, 0, 0, 1, 2, 3, 16),
    fc.constantFrom(0, 1, 2),
    fc.uint8Array({ maxLength: 60 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(frames, { minLength: 1, maxLength: 8 }), async (burst) => {
      const attacker = await openRawClient(server.url, recordId, ada, { protocols: [] })
      for (const [type, kind, body] of burst) attacker.send(Uint8Array.from([type, kind, body.length, ...body]))
      attacker.close()
      await attacker.closed
    }),
    { seed, numRuns: 60 },
  )
  await witness.sync()
  expect(witness.text()).toBe('calm')
})
