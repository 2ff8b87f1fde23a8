import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Problem } from '@colophon/protocol'

/** Why an upgrade was not answered with a socket. */
export interface Refusal {
  status: 401 | 403 | 404 | 503
  /** Stable, such as `signed-out`. */
  code: string
  /** What happened, what was kept, what to do. */
  detail: string
}

/** Answers an upgrade request with `application/problem+json` and closes the connection. */
export function refuse(socket: Duplex, { status, code, detail }: Refusal): void {
  const title = STATUS_CODES[status] ?? 'Error'
  const problem: Problem = { type: 'about:blank', title, status, code, detail }
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    ...(status === 503 ? [`Retry-After: ${retryAfterSeconds}`] : []),
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

const retryAfterSeconds = 2
