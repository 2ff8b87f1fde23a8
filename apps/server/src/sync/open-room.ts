import { closeCode, encodeServerFrame, type Ledger, type Person, syncType } from '@colophon/protocol'
import type { WebSocket } from 'ws'
import type * as Y from 'yjs'
import type { Log } from '../log.js'
import type { UpdateLog } from '../store/store.js'
import { type Connection, createConnection } from './connection.js'
import type { RoomMetrics } from './metrics.js'
import { notices } from './notices.js'
import { createPipeline } from './pipeline.js'
import { createPresence } from './presence.js'
import { createReceiver } from './receiver.js'
import type { RoomSettings } from './room-settings.js'
import type { Identity } from './rooms.js'
import { encodeSyncFrame } from './sync-frame.js'

/** A record that is loaded, and the people in it. */
export interface OpenRoom {
  /** @param onLeave called once, when the socket is gone */
  sit(socket: WebSocket, who: Identity, options: { colophon: boolean; ledger: Ledger }, onLeave: () => void): void
  read<T>(look: (doc: Y.Doc) => T): T
  edit(change: (doc: Y.Doc) => void): Promise<void>
  present(): Person[]
  pushLedger(ledger: Ledger): void
  /** Closes the sockets of those whom `choose` picks. */
  sendAway(code: number, reason: string, choose?: (who: Identity) => boolean): void
  /** Says that the server goes down, and reads no more; the sockets stay until `sendAway`. */
  announceEnd(): void
  readonly isSaved: boolean
  /** Set when the document cannot be trusted; the room must be closed and loaded anew. */
  readonly isFaulted: boolean
  /** Resolves when everything received is durable, or was abandoned. */
  drained(): Promise<void>
  /** Gives up what is not durable: for the end of the process only. */
  abandon(): void
  /** To be called when everything is saved and nobody is left. */
  close(): Promise<void>
}

export interface OpenRoomOptions {
  recordId: string
  stored: { snapshot: Uint8Array; updates: Uint8Array[] }
  updates: UpdateLog
  settings: RoomSettings
  log: Log
  metrics: RoomMetrics | undefined
  onSettled(doc: Y.Doc): void
}

export function createOpenRoom(options: OpenRoomOptions): OpenRoom {
  const { settings, metrics } = options
  const log = options.log.child({ recordId: options.recordId })
  const connections = new Set<Connection>()
  const presence = createPresence(connections)
  let isFaulted = false

  const pipeline = createPipeline<Connection | undefined>({
    ...options,
    onDurable(news, sources) {
      const frame = news === undefined ? undefined : encodeSyncFrame(syncType.update, news)
      for (const connection of connections) {
        const isOnlyAuthor = sources.size === 1 && sources.has(connection)
        if (frame !== undefined && !isOnlyAuthor) connection.send(frame)
        connection.sendSaved()
      }
      if (pipeline.commits.backlogBytes < settings.backlogBytes) receiver.goOn()
    },
    onTrouble(state) {
      const notice = state === 'began' ? notices.storeTrouble : notices.storeRecovered
      for (const connection of connections) connection.notify(notice)
    },
    onFault(error) {
      isFaulted = true
      log.error({ err: error }, 'A stored edit could not be shown; the record is closed and opened again.')
      sendAway(closeCode.tryLater, 'reload')
    },
  })
  const receiver = createReceiver({ pipeline, presence, backlogBytes: settings.backlogBytes })

  function sendAway(code: number, reason: string, choose: (who: Identity) => boolean = () => true): void {
    for (const connection of connections) if (choose(connection.who)) connection.close(code, reason)
  }

  return {
    sit(socket, who, { colophon, ledger }, onLeave) {
      const connection = createConnection(
        socket,
        { who, colophon, unreadBytes: settings.unreadBytes, log },
        {
          onFrame: (frame) => receiver.receive(connection, frame),
          onBadFrame: () => metrics?.frameRefused(),
          onGone() {
            connections.delete(connection)
            presence.leave(connection)
            metrics?.left()
            onLeave()
          },
        },
      )
      connections.add(connection)
      metrics?.joined()
      if (isFaulted) return connection.close(closeCode.tryLater, 'reload')
      // Somebody who may not write is not asked for what the server lacks.
      if (who.role !== 'viewer') connection.send(encodeSyncFrame(syncType.step1, pipeline.document.stateVector()))
      if (colophon) connection.send(encodeServerFrame({ type: 'ledger', ledger }))
      presence.tell(connection)
      if (pipeline.commits.inTrouble) connection.notify(notices.storeTrouble)
    },
    read: (look) => pipeline.document.read(look),
    edit: (change) => pipeline.edit(change, undefined),
    present() {
      const people = [...connections].filter(({ who }) => who.kind === 'person')
      return [...new Map(people.map(({ who }) => [who.id, { id: who.id, name: who.name }])).values()]
    },
    pushLedger(ledger) {
      const frame = encodeServerFrame({ type: 'ledger', ledger })
      for (const connection of connections) if (connection.colophon) connection.send(frame)
    },
    sendAway,
    announceEnd() {
      for (const connection of connections) {
        connection.notify(notices.goingAway)
        connection.pause()
      }
    },
    get isSaved() {
      return pipeline.commits.idle
    },
    get isFaulted() {
      return isFaulted
    },
    drained: () => pipeline.commits.drained(),
    abandon: () => pipeline.commits.abandon(),
    close: () => pipeline.close(),
  }
}
