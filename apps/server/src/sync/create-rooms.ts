import { setTimeout as wait } from 'node:timers/promises'
import { closeCode } from '@colophon/protocol'
import type * as Y from 'yjs'
import type { Log } from '../log.js'
import type { Store } from '../store/store.js'
import type { RoomMetrics } from './metrics.js'
import type { OpenRoom } from './open-room.js'
import { createRoomDirectory } from './room-directory.js'
import { type RoomSettings, roomSettings } from './room-settings.js'
import type { Rooms } from './rooms.js'

export interface RoomsOptions {
  store: Pick<Store, 'updates'>
  log: Log
  metrics?: RoomMetrics
  settings?: Partial<RoomSettings>
}

/** @see docs/spec.md S1–S6, D1, D3, D7 */
export function createRooms({ store, log, metrics, settings: changes }: RoomsOptions): Rooms {
  const settings = { ...roomSettings, ...changes }
  const listeners: ((recordId: string, doc: Y.Doc) => void)[] = []
  const directory = createRoomDirectory({ updates: store.updates, settings, log, metrics, onSettled: tellSettled })

  function tellSettled(recordId: string, doc: Y.Doc): void {
    for (const listener of listeners) {
      try {
        listener(recordId, doc)
      } catch (error) {
        log.error({ err: error, recordId }, 'A listener failed on a settled record.')
      }
    }
  }

  async function visit<T>(recordId: string, work: (room: OpenRoom) => T): Promise<Awaited<T>> {
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
        sit(socket, who, options) {
          seated = true
          room.sit(socket, who, options, leave)
        },
        leave() {
          if (!seated) leave()
        },
      }
    },
    read: (recordId, look) => visit(recordId, (room) => room.read(look)),
    edit: (recordId, change) => visit(recordId, (room) => room.edit(change)),
    present: (recordId) => directory.find(recordId)?.present() ?? [],
    pushLedger: (recordId, ledger) => directory.find(recordId)?.pushLedger(ledger),
    onSettled(listener) {
      listeners.push(listener)
    },
    async evict(recordId, code, reason) {
      directory.find(recordId)?.sendAway(code, reason)
      await directory.retire(recordId)
    },
    dismiss(userId, code, reason) {
      for (const room of directory.open()) room.sendAway(code, reason, (who) => who.id === userId)
    },
    async close() {
      const rooms = directory.open()
      for (const room of rooms) room.announceEnd()
      const deadline = new AbortController()
      const late = wait(settings.closeWithinMs, undefined, { signal: deadline.signal }).then(() => {
        log.error('The store did not take the last edits in time. People who still have the page open keep them there.')
        for (const room of rooms) room.abandon()
      })
      await Promise.race([finish(rooms), Promise.allSettled([late])])
      deadline.abort()
    },
  }

  /** First what was received is saved, so that its authors hear of it; then goodbye. */
  async function finish(rooms: readonly OpenRoom[]): Promise<void> {
    await Promise.all(rooms.map((room) => room.drained()))
    for (const room of rooms) room.sendAway(closeCode.restart, 'restart')
    await directory.shut()
  }
}
