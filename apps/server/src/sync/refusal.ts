import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Problem } from '@colophon/protocol'

/** Why an upgrade was not answered with a socket. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 429 | 503
  /** Stable, such as `signed-out`. */
  readonly code: string
  /** What happened, what was kept, what to do. */
  readonly detail: string
  /** When to try again, seconds. */
  readonly retryAfter?: number
}

/** Answers an upgrade request with `application/problem+json` and closes the connection. */
export function refuse(socket: Duplex, { status, code, detail, retryAfter }: Refusal): void {
  const title = STATUS_CODES[status] ?? 'Error'
  const problem: Problem = { type: `urn:colophon:problem:${code}`, title, status, code, detail }
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    ...(retryAfter === undefined ? [] : [`Retry-After: ${retryAfter}`]),
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
