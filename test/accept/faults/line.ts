import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import * as prng from 'lib0/prng'

/** A line to the server that is slow, breaks, and is dead for a while. */
export interface Line {
  /** Where to connect in the server's place. */
  readonly url: string
  /** Breaks every connection, without goodbye. */
  cut(): void
  /** While dead, it breaks what comes. */
  setDead(dead: boolean): void
  close(): Promise<void>
}

/** @param target the server. @param slowestMs how long a piece may be on its way, each way; those of one connection stay in order. */
export async function startLine(target: string, chance: prng.PRNG, slowestMs: number): Promise<Line> {
  const port = Number(new URL(target).port)
  const sockets = new Set<Socket>()
  let isDead = false

  const server = createServer((near) => {
    keep(near)
    if (isDead) return void near.destroy()
    const far = connect(port, '127.0.0.1')
    keep(far)
    // Each connection is as slow as it happens to be, so that what is sent over two of them arrives in any order.
    const delayMs = prng.real53(chance) * slowestMs
    delay(near, far, delayMs)
    delay(far, near, delayMs)
  })

  function keep(socket: Socket): void {
    sockets.add(socket)
    socket.setNoDelay(true)
    // A broken line is what this is for; the other half is broken by its `close`.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')

  function cut(): void {
    for (const socket of sockets) socket.resetAndDestroy()
  }

  return {
    url: `http://127.0.0.1:${address.port}`,
    cut,
    setDead(dead) {
      isDead = dead
      if (dead) cut()
    },
    async close() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}

function delay(from: Socket, to: Socket, ms: number): void {
  from.on('data', (piece) => setTimeout(() => to.writable && to.write(piece), ms))
  from.on('end', () => setTimeout(() => to.end(), ms))
  from.on('close', () => setTimeout(() => to.destroy(), ms))
}
