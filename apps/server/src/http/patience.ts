import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyHttpOptions } from 'fastify'
import { type Refusal, refuse } from '../sync/sockets/refusal.js'

/** How long the server waits for whom, milliseconds. */
export interface Patience {
  /** For all of a request: a file of the largest size, sent over a very slow line. */
  readonly requestMs: number
  readonly headersMs: number
  /** On a connection over which nothing moves while something is being answered. */
  readonly stillMs: number
  /** For the next request: longer than the proxies before it keep a connection, so that none sends into a closed one. */
  readonly keepAliveMs: number
  /** How often it looks for those it need not wait for any longer. */
  readonly checkMs: number
}

const usual: Patience = {
  requestMs: 120_000,
  headersMs: 20_000,
  stillMs: 120_000,
  keepAliveMs: 72_000,
  checkMs: 5_000,
}

/** Whoever sends or reads a byte at a time only holds a connection, and not for long. @see docs/spec.md A7 */
export function patienceOptions(changes: Partial<Patience> = {}): FastifyHttpOptions<Server> {
  const { requestMs, headersMs, stillMs, keepAliveMs, checkMs } = { ...usual, ...changes }
  return {
    requestTimeout: requestMs,
    connectionTimeout: stillMs,
    keepAliveTimeout: keepAliveMs,
    maxRequestsPerSocket: 10_000,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: checkMs },
    clientErrorHandler: (error, socket) => answerUnreadable(error, socket),
  }
}

/** A request that never became one is answered with a problem like any other. */
function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy()
  else refuse(socket, (error.code === undefined ? undefined : unreadable[error.code]) ?? unreadableOtherwise)
}

const unreadable: Readonly<Record<string, Refusal>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'too-slow',
    detail: 'The request took too long to arrive. Nothing was changed. Try again, over a better line if there is one.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'headers-too-large',
    detail:
      'The headers of the request are too large. Nothing was changed. Clear the cookies of this site and try again.',
  },
}

const unreadableOtherwise: Refusal = {
  status: 400,
  code: 'invalid-request',
  detail: 'The request cannot be read. Nothing was changed.',
}
