import { once } from 'node:events'
import { subprotocol } from '@colophon/protocol'
import { WebSocket } from 'ws'
import { publicUrl, type TestServer } from './test-server.js'

/** Asks for a record's socket; `headers` say who asks. */
export function connect(
  server: Pick<TestServer, 'url'>,
  recordId: string,
  headers: Readonly<Record<string, string>>,
  origin = publicUrl,
): WebSocket {
  return new WebSocket(`${server.url.replace('http', 'ws')}/sync/${recordId}`, subprotocol, { origin, headers })
}

/** The status with which an upgrade was refused. */
export async function refusal(socket: WebSocket): Promise<number | undefined> {
  const [, response] = await once(socket, 'unexpected-response')
  response.resume()
  return response.statusCode
}

/** The code with which a socket is closed. */
export async function closing(socket: WebSocket): Promise<unknown> {
  const [code] = await once(socket, 'close')
  return code
}
