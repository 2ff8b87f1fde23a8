import { once } from 'node:events'
import { subprotocol } from '@colophon/protocol'
import { WebSocket } from 'ws'
import type { Identification } from '../../clients/member.js'

/** A socket with nothing behind it, so that ten thousand of them cost this process little. */
export interface Idle {
  readonly socket: WebSocket
}

/** @throws what `ws` says when the upgrade is refused */
export async function openIdle(url: string, headers: Identification, recordId: string): Promise<Idle> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/${recordId}`, [subprotocol], {
    origin: url,
    headers,
    perMessageDeflate: false,
    skipUTF8Validation: true,
  })
  await once(socket, 'open')
  // One that is cut is simply gone.
  socket.on('error', () => socket.terminate())
  return { socket }
}
