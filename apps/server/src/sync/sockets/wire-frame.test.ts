import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { joinFrames, wireFrame } from './wire-frame.js'

test('[S1] a frame made once is what any client reads, at every length that has a form of its own', async () => {
  const payloads = [0, 1, 125, 126, 65_535, 65_536, 200_000].map((length) => Buffer.alloc(length, length % 251))
  const server = createServer()
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  server.on('upgrade', (request, stream, head) => {
    sockets.handleUpgrade(request, stream, head, (socket) => {
      stream.write(joinFrames(payloads.map((payload) => wireFrame(payload)))?.wire ?? '')
      socket.ping()
      stream.write(wireFrame(Buffer.from('last')).wire)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const client = new WebSocket(`ws://127.0.0.1:${address.port}`)
  onTestFinished(() => {
    client.terminate()
    server.close()
  })
  const heard: Buffer[] = []
  await new Promise<void>((resolve) => {
    client.on('message', (data, isBinary) => {
      expect(isBinary).toBe(true)
      if (data instanceof Buffer) heard.push(data)
      if (heard.length > payloads.length) resolve()
    })
  })
  expect(heard).toEqual([...payloads, Buffer.from('last')])
})
