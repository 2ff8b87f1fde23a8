import { once } from 'node:events'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Door } from '../servers/peer.js'

/** A real server that sends what it hears to all others, or answers as a test wants. */
export interface TestRelay {
  readonly door: Door
  /** The sockets that are open. */
  readonly sockets: ReadonlySet<WebSocket>
  close(): Promise<void>
}

/** @param hear told each message; by default it goes to all others. */
export async function startRelay(hear?: (message: Buffer, from: WebSocket) => void): Promise<TestRelay> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  const relay = (message: Buffer, from: WebSocket) => {
    for (const other of server.clients) if (other !== from) other.send(message)
  }
  server.on('connection', (socket) => {
    socket.on('message', (message) => {
      if (Buffer.isBuffer(message)) (hear ?? relay)(message, socket)
    })
  })
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    door: { url: `ws://127.0.0.1:${port}/room`, room: 'room', headers: {} },
    sockets: server.clients,
    async close() {
      for (const socket of server.clients) socket.terminate()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
