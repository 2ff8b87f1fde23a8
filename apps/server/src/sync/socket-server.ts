import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Ledger, limits, recordIdSchema, subprotocol } from '@colophon/protocol'
import { WebSocketServer } from 'ws'
import type { Log } from '../log.js'
import { StoreError } from '../store/store-error.js'
import { createHeartbeat } from './heartbeat.js'
import { type Refusal, refuse } from './refusal.js'
import type { Identity, Rooms } from './rooms.js'
import { RecordMissing, RoomsClosed } from './sync-error.js'

export interface SocketServerOptions {
  rooms: Pick<Rooms, 'prepare'>
  /** Who asks, if they may open the record. */
  authorise(request: IncomingMessage, recordId: string): Promise<Identity | Refusal>
  ledgerOf(recordId: string): Promise<Ledger>
  /** Pages that may open a socket, as origins without a trailing slash. */
  allowedOrigins: readonly string[]
  log: Log
  /** Clients of y-websocket give up after 30 seconds of silence. */
  heartbeatMs?: number
}

/** Answers upgrades of `/sync/:id`; whatever else asks for an upgrade is refused. */
export interface SocketServer {
  /** For the HTTP server's `upgrade` event. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Stops the heartbeat; the rooms close the sockets. */
  close(): void
}

/**
 * Rights are checked and the record is loaded before the upgrade is answered, so that a socket that opens can be synced
 * at once and a refusal is a proper HTTP response.
 * @see docs/spec.md S1, S3, A1, A2, A3
 */
export function createSocketServer(options: SocketServerOptions): SocketServer {
  const { rooms, authorise, ledgerOf, log } = options
  const allowedOrigins = new Set(options.allowedOrigins)
  const heartbeat = createHeartbeat(options.heartbeatMs ?? 15_000)
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
    handleProtocols: (offered) => offered.has(subprotocol) && subprotocol,
  })

  async function answer(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const recordId = recordIdOf(request)
    if (recordId === undefined) return refuse(socket, notFound)
    if (!allowedOrigins.has(request.headers.origin ?? '')) return refuse(socket, foreignOrigin)
    const who = await authorise(request, recordId)
    if ('status' in who) return refuse(socket, who)
    const seat = await rooms.prepare(recordId)
    try {
      const ledger = await ledgerOf(recordId)
      // Nothing is awaited from here to the seat: a ledger that is pushed meanwhile would miss this socket.
      server.handleUpgrade(request, socket, head, (upgraded) => {
        heartbeat.add(upgraded)
        seat.sit({ socket: upgraded, stream: socket }, who, { colophon: upgraded.protocol === subprotocol, ledger })
      })
    } finally {
      seat.leave()
    }
  }

  return {
    handleUpgrade(request, socket, head) {
      socket.on('error', (error) => log.debug({ err: error }, 'A connection failed.'))
      answer(request, socket, head).catch((error: unknown) => {
        if (!(error instanceof RecordMissing)) log.error({ err: error }, 'A record could not be opened.')
        refuse(socket, refusalOf(error))
      })
    },
    close() {
      heartbeat.stop()
      server.close()
    },
  }
}

const notFound: Refusal = {
  status: 404,
  code: 'record-missing',
  detail: 'There is no such record. It may have been deleted; nothing else was changed.',
}

const foreignOrigin: Refusal = {
  status: 403,
  code: 'origin-refused',
  detail: 'Records are opened from this server’s own pages only. Open Colophon at its own address.',
}

const unavailable: Refusal = {
  status: 503,
  code: 'unavailable',
  detail: 'The record cannot be opened at the moment. What was saved is safe; try again shortly.',
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof RecordMissing) return notFound
  if (error instanceof StoreError || error instanceof RoomsClosed) return { ...unavailable, code: error.code }
  return unavailable
}

function recordIdOf(request: IncomingMessage): string | undefined {
  const [path = ''] = (request.url ?? '').split('?', 1)
  return recordIdSchema.safeParse(/^\/sync\/([^/]+)$/.exec(path)?.[1]).data
}
