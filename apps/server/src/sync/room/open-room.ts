import {
  type CloseCode,
  closeCode,
  encodeServerFrame,
  type Ledger,
  type Notice,
  type Person,
  syncType,
} from '@colophon/protocol'
import type * as Y from 'yjs'
import type { Log } from '../../log.js'
import type { StoredRecord, UpdateLog } from '../../store/store.js'
import type { RoomMetrics } from '../metrics.js'
import { notices } from '../notices.js'
import type { RoomSettings } from '../room-settings.js'
import type { Arrival, Identity, RecordText } from '../rooms.js'
import { barOf } from '../sockets/bar.js'
import { type Connection, createConnection, type Line } from '../sockets/connection.js'
import { encodeSyncFrame } from '../sockets/sync-frame.js'
import type { Turns } from '../sockets/turns.js'
import type { Fold } from './compaction.js'
import { deliver } from './delivery.js'
import { createLateCarets } from './late-carets.js'
import { createPace } from './pace.js'
import { createPipeline } from './pipeline.js'
import { createPositionNews } from './position-news.js'
import { createPresence } from './presence.js'
import { createReceiver } from './receiver.js'

/** A record that is loaded, and the people in it. */
export interface OpenRoom {
  /** @param onLeave called once, when the socket is gone */
  sit(line: Line, who: Identity, arrival: Arrival, onLeave: () => void): void
  readonly text: RecordText
  edit(change: (doc: Y.Doc) => void): Promise<void>
  present(): Person[]
  pushLedger(ledger: Ledger): void
  notify(notice: Notice): void
  /** Closes the sockets of those whom `choose` picks. */
  sendAway(code: CloseCode, reason: string, choose?: (who: Identity) => boolean): void
  /** Says that the server goes down, and reads no more; the sockets stay until `sendAway`. */
  announceEnd(): void
  readonly isSaved: boolean
  /** Resolves when everything received is durable, or was abandoned. */
  drained(): Promise<void>
  /** Gives up what is not durable: for the end of the process only. */
  abandon(): void
  /** To be called when everything is saved and nobody is left. */
  close(): Promise<void>
}

export interface OpenRoomOptions {
  recordId: string
  stored: StoredRecord
  updates: UpdateLog
  settings: RoomSettings
  turns: Turns
  log: Log
  metrics: RoomMetrics | undefined
  fold: Fold | undefined
  /** Whether nobody may change the record now. */
  isLocked(): boolean
  onChanged(): void
  onSettled(text: RecordText): Promise<void>
}

export function createOpenRoom(options: OpenRoomOptions): OpenRoom {
  const { recordId, updates, settings, turns, metrics } = options
  const log = options.log.child({ recordId })
  const connections = new Set<Connection>()

  const pipeline = createPipeline<Connection | undefined>({
    ...options,
    announcerOf: (client) => presence.announcer(client)?.who.id,
    onDurable(update, authors) {
      deliver(connections, { update, authors, presence: presence.takeNews(), position: positions.take(), late })
      if (pipeline.commits.backlogBytes < settings.backlogBytes) receiver.goOn()
      if (update !== undefined) options.onChanged()
    },
    onTrouble(state) {
      const notice = state === 'began' ? notices.storeTrouble : notices.storeRecovered
      for (const connection of connections) connection.notify(notice)
    },
  })
  const positions = createPositionNews({
    reached: () => updates.reached(recordId),
    everyMs: settings.positionEveryMs,
    send: () => deliver(connections, { presence: undefined, position: positions.take(), late }),
  })
  const pace = createPace(
    () => deliver(connections, { presence: presence.takeNews(), late }),
    settings.presenceWithinMs,
  )
  // A caret points into text: while some is on its way to the disk, it waits for it, and they take one write.
  const presence = createPresence<Connection>(() => (pipeline.commits.idle ? pace.soon() : pace.atLatest()))
  const late = createLateCarets(presence)
  const receiver = createReceiver({
    pipeline,
    presence,
    backlogBytes: settings.backlogBytes,
    isLocked: options.isLocked,
    listeners: () => connections.size,
  })

  function sendAway(code: CloseCode, reason: string, choose: (who: Identity) => boolean = () => true): void {
    for (const connection of connections) if (choose(connection.who)) connection.close(code, reason)
  }

  return {
    sit(line, who, { colophon, mayWrite, handshake, ledger }, onLeave) {
      const bar = barOf({ mayWrite, isLocked: options.isLocked(), handshake })
      const connection = createConnection(
        line,
        { who, colophon, bar, unreadBytes: settings.unreadBytes, turns, work: settings.socketWork, log },
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
      if (handshake.seen !== undefined && !updates.leadsThrough(recordId, handshake.seen)) {
        log.warn({ userId: who.id, seen: handshake.seen, reached: updates.reached(recordId) }, restoredMessage)
        connection.close(closeCode.restored, 'restored')
        return
      }
      const position = updates.reached(recordId)
      if (colophon && position !== undefined) connection.send(encodeServerFrame({ type: 'position', position }))
      // Somebody who may not write is not asked for what the server lacks.
      if (bar !== undefined) connection.notify(bar)
      else connection.send(encodeSyncFrame(syncType.step1, pipeline.state.stateVector()))
      if (colophon) connection.send(encodeServerFrame({ type: 'ledger', ledger }))
      presence.tell(connection)
      if (pipeline.commits.inTrouble) connection.notify(notices.storeTrouble)
    },
    text: pipeline.text,
    edit: (change) => pipeline.edit(change, undefined),
    present() {
      const people = [...connections].filter(({ who }) => who.kind === 'person')
      return [...new Map(people.map(({ who }) => [who.id, { id: who.id, name: who.name }])).values()]
    },
    pushLedger(ledger) {
      const frame = encodeServerFrame({ type: 'ledger', ledger })
      for (const connection of connections) if (connection.colophon) connection.send(frame)
    },
    notify(notice) {
      for (const connection of connections) connection.notify(notice)
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
    drained: () => pipeline.commits.drained(),
    abandon: () => pipeline.commits.abandon(),
    close() {
      pace.stop()
      positions.stop()
      return pipeline.close()
    },
  }
}

const restoredMessage =
  'A browser has seen more of a record than there is: a backup was put in its place. Nothing was taken from that browser; it opens the record anew and offers its author what only it had.'
