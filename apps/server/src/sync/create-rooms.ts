import { setTimeout as wait } from 'node:timers/promises'
import { closeCode } from '@colophon/protocol'
import type { Log } from '../log.js'
import type { Store } from '../store/store.js'
import type { RoomMetrics } from './metrics.js'
import type { OpenRoom } from './room/open-room.js'
import { createRoomDirectory } from './room-directory.js'
import { type RoomSettings, roomSettings } from './room-settings.js'
import type { RecordText, Rooms, SettledListener } from './rooms.js'
import { createTurns } from './sockets/turns.js'
import { EditsGivenUp } from './sync-error.js'

export interface RoomsOptions {
  store: Pick<Store, 'updates'>
  log: Log
  metrics?: RoomMetrics
  /** Whether a record takes no changes now; asked for every frame that has some. */
  isLocked?(recordId: string): boolean
  /** Makes of a large text an update of fewer bytes, without keeping others waiting. */
  fold?(state: Uint8Array): Promise<Uint8Array>
  settings?: Partial<RoomSettings>
}

/** @see docs/spec.md S1–S6, D1, D3, D7 */
export function createRooms(options: RoomsOptions): Rooms {
  const { store, log, metrics, fold, settings: changes, isLocked = () => false } = options
  const settings = { ...roomSettings, ...changes }
  const listeners: SettledListener[] = []
  const changeListeners: ((recordId: string) => void)[] = []
  const directory = createRoomDirectory({
    updates: store.updates,
    settings,
    turns: createTurns(settings.turnWork),
    log,
    metrics,
    fold,
    isLocked,
    onChanged: (recordId) => {
      for (const listener of changeListeners) listener(recordId)
    },
    onSettled: tellSettled,
  })

  let dismissals = 0

  async function tellSettled(recordId: string, text: RecordText): Promise<void> {
    const told = await Promise.allSettled(listeners.map(async (listener) => listener(recordId, text)))
    for (const outcome of told) {
      if (outcome.status === 'rejected')
        log.error({ err: outcome.reason, recordId }, 'The list does not show the last change of a record yet.')
    }
  }

  async function visit<T>(recordId: string, work: (room: OpenRoom) => T | Promise<T>): Promise<T> {
    const { room, leave } = await directory.enter(recordId)
    try {
      return await work(room)
    } finally {
      leave()
    }
  }

  return {
    async prepare(recordId) {
      const { room, leave } = await directory.enter(recordId)
      let seated = false
      return {
        sit(line, who, arrival) {
          seated = true
          room.sit(line, who, arrival, leave)
        },
        leave() {
          if (!seated) leave()
        },
      }
    },
    read: (recordId, look) => visit(recordId, (room) => look(room.text)),
    edit: (recordId, change) => visit(recordId, (room) => room.edit(change)),
    present: (recordId) => directory.find(recordId)?.present() ?? [],
    pushLedger: (recordId, ledger) => directory.find(recordId)?.pushLedger(ledger),
    notify: (recordId, notice) => directory.find(recordId)?.notify(notice),
    drained: async (recordId) => directory.find(recordId)?.drained(),
    rejoin: (recordId, choose) => directory.find(recordId)?.sendAway(closeCode.rightsChanged, 'rights changed', choose),
    onChanged(listener) {
      changeListeners.push(listener)
    },
    onSettled(listener) {
      listeners.push(listener)
    },
    async evict(recordId, code, reason) {
      directory.find(recordId)?.sendAway(code, reason)
      await directory.retire(recordId)
    },
    get dismissals() {
      return dismissals
    },
    dismiss(userId, code, reason, recordId) {
      dismissals += 1
      const rooms = recordId === undefined ? directory.open() : [directory.find(recordId)]
      for (const room of rooms) room?.sendAway(code, reason, (who) => who.id === userId)
    },
    async close() {
      const rooms = directory.open()
      for (const room of rooms) room.announceEnd()
      const deadline = new AbortController()
      let givenUp: EditsGivenUp | undefined
      const late = wait(settings.closeWithinMs, undefined, { signal: deadline.signal }).then(() => {
        const unsaved = rooms.filter((room) => !room.isSaved)
        if (unsaved.length > 0) givenUp = new EditsGivenUp(unsaved.length)
        for (const room of unsaved) room.abandon()
      })
      await Promise.race([finish(rooms), Promise.allSettled([late])])
      deadline.abort()
      if (givenUp !== undefined) throw givenUp
    },
  }

  /** First what was received is saved, so that its authors hear of it; then goodbye. */
  async function finish(rooms: readonly OpenRoom[]): Promise<void> {
    await Promise.all(rooms.map((room) => room.drained()))
    for (const room of rooms) room.sendAway(closeCode.restart, 'restart')
    await directory.shut()
  }
}
