import { performance } from 'node:perf_hooks'
import { syncType } from '@colophon/protocol'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { temporaryFolder } from '../../store/testing/temporary-folder.js'
import { startChild } from '../testing/child.js'
import { ada, grace } from '../testing/people.js'
import { openRawClient } from '../testing/raw-client.js'
import { startRoomServer } from '../testing/room-server.js'
import { encodeSyncFrame } from './sync-frame.js'

const [flooded, quiet] = ['flooded-rec-1', 'quiet-rec-001']

test.each(['questions', 'presence-questions', 'carets'])(
  '[A6] [A7] twenty thousand %s at once keep nobody in another room waiting',
  { timeout: 60_000 },
  async (kind) => {
    const { line: url } = await startChild('serve-folder.ts', [await temporaryFolder(), flooded, quiet])
    const writer = await openRawClient(url, flooded, ada)
    writer.edit((text) => text.insert(0, 'Much is written here. '.repeat(20_000)))
    await writer.until(() => writer.saved() === 2)
    writer.sendAwareness({ cursor: 1 })
    const prober = await openRawClient(url, quiet, grace)
    await prober.sync()

    await startChild('flood.ts', [`${url}/${flooded}`, kind, '20000'])
    const waits: number[] = []
    for (const end = performance.now() + 1_500; performance.now() < end; ) {
      const asked = performance.now()
      await prober.sync()
      waits.push(performance.now() - asked)
    }
    const longest = Math.max(...waits)
    console.info(`${kind}: ${waits.length} questions from another room, the longest took ${longest.toFixed(0)} ms`)
    // 200 ms is the promise on a machine with nothing else to do.
    expect(longest).toBeLessThan(1_000)
    await writer.sync()
  },
)

test('[A7] of many questions asked at once the last is answered, and the answer is whole', async () => {
  const server = await startRoomServer()
  await server.create(flooded, 'all of it')
  const client = await openRawClient(server.url, flooded, ada)
  let answers = 0
  client.socket.on('message', (data) => {
    if (data instanceof Uint8Array && data[0] === 0 && data[1] === syncType.step2) answers += 1
  })
  const question = encodeSyncFrame(syncType.step1, Y.encodeStateVector(new Y.Doc()))
  for (let asked = 0; asked < 2_000; asked += 1) client.send(question)
  await client.until(() => client.text() === 'all of it')
  await client.sync()
  expect(answers).toBeLessThan(100)
})

test('[A7] a burst far beyond what a socket may ask for is read slowly, and nothing of it is lost', {
  timeout: 30_000,
}, async () => {
  const server = await startRoomServer({
    settings: { socketWork: { burst: 500, perSecond: 20_000, patienceSeconds: 60 } },
  })
  await server.create(flooded)
  const writer = await openRawClient(server.url, flooded, ada)
  const reader = await openRawClient(server.url, flooded, grace)
  for (let typed = 0; typed < 1_500; typed += 1) writer.edit((text) => text.insert(text.length, 'word '))
  writer.edit((text) => text.insert(0, 'pasted '.repeat(20_000)))
  await writer.until(() => writer.saved() === 1_502)
  await reader.until(() => reader.text() === writer.text())
  expect(await server.storedText(flooded)).toBe(writer.text())
})

test('[A7] what somebody sent before they left is stored, however slowly it is read', async () => {
  const server = await startRoomServer({
    settings: { socketWork: { burst: 100, perSecond: 5_000, patienceSeconds: 60 } },
  })
  await server.create(flooded)
  const writer = await openRawClient(server.url, flooded, ada)
  const reader = await openRawClient(server.url, flooded, grace)
  for (let typed = 0; typed < 300; typed += 1) writer.edit((text) => text.insert(text.length, 'word '))
  writer.socket.close()
  await reader.until(() => reader.text() === 'word '.repeat(300))
})

test('[A7] whoever sends more than anybody writes for longer than patience lasts is closed with 1008', async () => {
  const server = await startRoomServer({
    settings: { socketWork: { burst: 100, perSecond: 2_000, patienceSeconds: 0.1 } },
  })
  await server.create(flooded)
  const witness = await openRawClient(server.url, flooded, grace)
  const flooder = await openRawClient(server.url, flooded, ada)
  for (let sent = 0; sent < 5_000; sent += 1) flooder.send(Uint8Array.of(3))
  expect(await flooder.closed).toEqual({ code: 1008, reason: 'too much' })
  await witness.sync()
  expect(server.logText()).toContain('For minutes, more was sent than anybody writes.')
})
