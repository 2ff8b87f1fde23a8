import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Problem } from '@colophon/protocol'

/** Why a connection was answered before anything could be asked over it, such as an upgrade. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 408 | 429 | 431 | 503
  /** Stable, such as `signed-out`. */
  readonly code: string
  /** What happened, what was kept, what to do. */
  readonly detail: string
  /** When to try again, seconds. */
  readonly retryAfter?: number
  /** What else the protocol asks for. */
  readonly headers?: Readonly<Record<string, string>>
}

/** For an answer that is no page, and passes by what gives the others their headers. @see docs/spec.md A8 */
export const bareHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
} as const

/** Answers with `application/problem+json`, past the HTTP server, and closes the connection. */
export function refuse(socket: Duplex, { status, code, detail, retryAfter, headers }: Refusal): void {
  const title = STATUS_CODES[status] ?? 'Error'
  const problem: Problem = { type: `urn:colophon:problem:${code}`, title, status, code, detail }
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...Object.entries({ ...bareHeaders, ...headers }).map(([name, value]) => `${name}: ${value}`),
    ...(retryAfter === undefined ? [] : [`Retry-After: ${retryAfter}`]),
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
