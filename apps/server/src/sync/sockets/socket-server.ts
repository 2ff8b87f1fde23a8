import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import {
  type Handshake,
  type Ledger,
  limits,
  type Right,
  readHandshake,
  recordIdSchema,
  subprotocol,
} from '@colophon/protocol'
import { WebSocketServer } from 'ws'
import { addressOf } from '../../identity/address.js'
import { personBehind } from '../../identity/person-behind.js'
import type { Log } from '../../log.js'
import type { Identity, Rooms } from '../rooms.js'
import { RecordMissing, RoomsBusy } from '../sync-error.js'
import type { Rate } from './allowance.js'
import { createAllowances } from './allowances.js'
import { createHeartbeat } from './heartbeat.js'
import type { SocketMetrics } from './metrics.js'
import { createOpenSockets, type SocketCaps } from './open-sockets.js'
import { type Refusal, refuse } from './refusal.js'
import { refusalOf, refusals, tooOften } from './refusals.js'
import { createTurns } from './turns.js'

export interface SocketServerOptions {
  rooms: Pick<Rooms, 'prepare' | 'dismissals'>
  /** Who asks, if they may open the record. */
  authorise(request: IncomingMessage, recordId: string): Promise<Identity | Refusal>
  ledgerOf(recordId: string): Promise<Ledger>
  /** Asked last of all, so that a right that was taken away meanwhile is. */
  rightOf(who: Identity, ledger: Ledger): Right | null
  /** Pages that may open a socket, as origins without a trailing slash. */
  allowedOrigins: readonly string[]
  /** Whether there is too much to do to take in anybody new; those who are in go on. */
  isBusy(): boolean
  log: Log
  metrics?: SocketMetrics
  /** How many sockets there may be, and how often they may be asked for. */
  caps?: Partial<SocketServerCaps>
  /** Clients of y-websocket give up after 30 seconds of silence. */
  heartbeatMs?: number
}

export interface SocketServerCaps {
  readonly personSockets: SocketCaps
  readonly upgrades: { readonly address: Rate; readonly person: Rate }
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
 * @see docs/spec.md S1, S3, A1, A2, A3, A7
 */
export function createSocketServer(options: SocketServerOptions): SocketServer {
  const { rooms, authorise, ledgerOf, rightOf, isBusy, log, metrics } = options
  const { personSockets, upgrades }: SocketServerCaps = { ...limits, ...options.caps }
  const addresses = createAllowances(upgrades.address)
  const people = createAllowances(upgrades.person)
  const sockets = createOpenSockets(personSockets)
  const turns = createTurns(upgradesPerTurn)
  const allowedOrigins = new Set(options.allowedOrigins)
  const heartbeat = createHeartbeat(options.heartbeatMs ?? 15_000)
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
    handleProtocols: (offered) => offered.has(subprotocol) && subprotocol,
  })
  server.on('wsClientError', (_error, stream) => turnAway(stream, refusals.badUpgrade))

  function turnAway(stream: Duplex, refusal: Refusal): void {
    metrics?.upgradeRefused(refusal)
    refuse(stream, refusal)
  }

  async function answer(request: IncomingMessage, head: Buffer): Promise<void> {
    const stream = request.socket
    const { recordId, query } = placeOf(request)
    if (recordId === undefined) return turnAway(stream, refusals.notFound)
    if (!allowedOrigins.has(request.headers.origin ?? '')) return turnAway(stream, refusals.foreignOrigin)
    const handshake = readHandshake(new URLSearchParams(query))
    if (handshake === undefined) return turnAway(stream, refusals.badHandshake)
    if (isBusy()) return turnAway(stream, refusals.busy)
    // Before anybody is asked who they are, which costs more than to count.
    const addressWaitMs = addresses.take(addressOf(request))
    if (addressWaitMs > 0) return turnAway(stream, tooOften(addressWaitMs))
    await inTurn()
    const { dismissals } = rooms
    const who = await authorise(request, recordId)
    if ('status' in who) return turnAway(stream, who)
    const person = personBehind(who)
    const personWaitMs = person === undefined ? 0 : people.take(person)
    if (personWaitMs > 0) return turnAway(stream, tooOften(personWaitMs))
    const closed = sockets.open(who, recordId)
    if (typeof closed === 'string') return turnAway(stream, refusals[closed])
    const isSeated = await seat({ request, head, recordId, handshake, who, dismissals, closed }).catch(
      (error: unknown) => {
        closed()
        throw error
      },
    )
    if (!isSeated) closed()
  }

  /** A few at a time: when all come back at once, those who are in are served in between. */
  function inTurn(): Promise<void> {
    return new Promise((resolve) => {
      const begin = () => {
        turns.spend(1)
        resolve()
      }
      if (turns.isOpen) begin()
      else turns.wait(begin)
    })
  }

  /** @returns whether the upgrade was answered with a socket; `closed` is called when that has gone */
  async function seat({ request, head, recordId, handshake, closed, ...found }: Entrant): Promise<boolean> {
    const stream = request.socket
    let { who, dismissals } = found
    const place = await rooms.prepare(recordId)
    let isSeated = false
    try {
      let ledger = await ledgerOf(recordId)
      // Somebody lost a right while the record was being loaded; they may be the one who is at the door.
      while (dismissals !== rooms.dismissals) {
        dismissals = rooms.dismissals
        const now = await authorise(request, recordId)
        if ('status' in now) {
          turnAway(stream, now)
          return false
        }
        who = now
        ledger = await ledgerOf(recordId)
      }
      const right = rightOf(who, ledger)
      if (right === null) {
        turnAway(stream, refusals.noRight)
        return false
      }
      const arrival = { mayWrite: right !== 'viewer', handshake, ledger }
      // Nothing is awaited from here to the seat: a ledger that is pushed meanwhile would miss this socket.
      server.handleUpgrade(request, stream, head, (socket) => {
        isSeated = true
        const line = { socket, stream }
        const quiet = heartbeat.add(line)
        socket.once('close', () => {
          quiet()
          closed()
        })
        place.sit(line, who, { ...arrival, colophon: socket.protocol === subprotocol })
      })
    } finally {
      place.leave()
    }
    return isSeated
  }

  return {
    handleUpgrade(request, socket, head) {
      socket.on('error', (error) => log.debug({ err: error }, 'A connection failed.'))
      answer(request, head).catch((error: unknown) => {
        if (error instanceof RoomsBusy) log.warn('Many records are being opened; one more had to wait.')
        else if (!(error instanceof RecordMissing)) log.error({ err: error }, 'A record could not be opened.')
        turnAway(socket, refusalOf(error))
      })
    },
    close() {
      heartbeat.stop()
      server.close()
    },
  }
}

/** About what a turn of the event loop has time for. */
const upgradesPerTurn = 8

interface Entrant {
  readonly request: IncomingMessage
  readonly head: Buffer
  readonly recordId: string
  readonly handshake: Handshake
  readonly who: Identity
  /** Of the rooms, when `who` was found out. */
  readonly dismissals: number
  closed(): void
}

function placeOf({ url = '' }: IncomingMessage): { recordId: string | undefined; query: string } {
  const [path = '', query = ''] = url.split('?', 2)
  return { recordId: recordIdSchema.safeParse(/^\/sync\/([^/]+)$/.exec(path)?.[1]).data, query }
}
