import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { startRelay } from '../testing/relay.js'
import { relayed } from '../traffic/dialect.js'
import { join } from './participant.js'
import { maskedFrame, openRawSocket } from './raw-socket.js'

const nobodyWrites = () => expect.fail('nobody writes here')
const sizes = [0, 1, 125, 126, 65_535, 65_536, 300_000]

test('[P3] messages of any size go to a real server and back as they are', async () => {
  const relay = await startRelay((message, from) => from.send(message))
  onTestFinished(relay.close)
  const came: Buffer[] = []
  const socket = await openRawSocket(
    relay.door.url,
    {},
    {
      onMessage(message) {
        came.push(message)
      },
      onLost: (why) => expect.fail(why),
    },
  )
  const sent = sizes.map((size) => Buffer.alloc(size, size % 251))
  // Several frames in one write, as a typist sends them who is ahead.
  socket.write(Buffer.concat(sent.map((message) => maskedFrame(message))))
  await expect.poll(() => came.length).toBe(sizes.length)
  expect(came.map((message, index) => message.equals(sent[index] ?? Buffer.of()))).toEqual(sizes.map(() => true))
  socket.close()
})

test('[P3] a ping is answered, so that a server does not take the load for dead', async () => {
  const relay = await startRelay()
  onTestFinished(relay.close)
  const socket = await openRawSocket(relay.door.url, {}, { onMessage: nobodyWrites, onLost: (why) => expect.fail(why) })
  const [server] = relay.sockets
  server?.ping('still there?')
  const [answer]: unknown[] = await once(server ?? expect.fail('nobody came'), 'pong')
  expect(String(answer)).toBe('still there?')
  socket.close()
})

test('[P3] a socket that the server closes is a loss, with the reason it gave', async () => {
  const relay = await startRelay()
  onTestFinished(relay.close)
  const lost = new Promise<string>((resolve) => {
    openRawSocket(relay.door.url, {}, { onMessage: nobodyWrites, onLost: resolve }).then(() => {
      for (const server of relay.sockets) server.close(1013, 'too slow')
    }, resolve)
  })
  expect(await lost).toBe('closed with 1013 too slow')
})

test('[P1] a server that asks to come again later is asked again when it said', async () => {
  let asked = 0
  const http = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void http.close())
  http.on('upgrade', (_request, socket) => {
    asked += 1
    if (asked === 1) socket.end('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n')
    else socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n')
  })
  await once(http, 'listening')
  const address = http.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const door = { url: `ws://127.0.0.1:${port}/room`, room: 'room', headers: {} }
  await expect(join({ door, dialect: relayed })).rejects.toMatchObject({ code: 'upgrade-refused', status: 404 })
  expect(asked).toBe(2)
})
