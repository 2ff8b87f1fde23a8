import { once } from 'node:events'
import { createServer } from 'node:http'
import { emptyLedger, type Ledger } from '@colophon/protocol'
import type { Log } from '../../log.js'
import { rightOf } from '../../signoffs/rights.js'
import type { UpdateLog } from '../../store/store.js'
import { createRooms } from '../create-rooms.js'
import type { RoomSettings } from '../room-settings.js'
import type { Rooms } from '../rooms.js'
import type { SocketMetrics } from '../sockets/metrics.js'
import { createSocketServer, type SocketServerOptions } from '../sockets/socket-server.js'
import { identityOf } from './people.js'

export const origin = 'http://colophon.test'

export const ledger: Ledger = { ...emptyLedger, version: 1 }

export interface ServedRooms {
  /** `ws://127.0.0.1:<port>/sync` */
  readonly url: string
  readonly rooms: Rooms
  close(): Promise<void>
}

export interface ServeOptions {
  updates: UpdateLog
  log: Log
  settings?: Partial<RoomSettings>
  heartbeatMs?: number
  authorise?: SocketServerOptions['authorise']
  isBusy?: SocketServerOptions['isBusy']
  caps?: NonNullable<SocketServerOptions['caps']>
  metrics?: SocketMetrics
}

/** Rooms and sockets on a free port. */
export async function serveRooms({
  updates,
  log,
  settings = {},
  heartbeatMs = 15_000,
  authorise = async (request) => identityOf(request),
  isBusy = () => false,
  caps = {},
  metrics,
}: ServeOptions): Promise<ServedRooms> {
  const rooms = createRooms({ store: { updates }, log, settings })
  const sockets = createSocketServer({
    rooms,
    authorise,
    ledgerOf: async () => ledger,
    rightOf,
    allowedOrigins: [origin],
    isBusy,
    caps,
    ...(metrics && { metrics }),
    log,
    heartbeatMs,
  })
  const server = createServer()
  server.on('upgrade', sockets.handleUpgrade)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `ws://127.0.0.1:${address.port}/sync`,
    rooms,
    async close() {
      await rooms.close()
      sockets.close()
      server.close()
      server.closeAllConnections()
    },
  }
}
