import createLimit from 'p-limit'
import type { Log } from '../log.js'
import type { UpdateLog } from '../store/store.js'
import type { RoomMetrics } from './metrics.js'
import type { Fold } from './room/compaction.js'
import { createOpenRoom, type OpenRoom } from './room/open-room.js'
import type { RoomSettings } from './room-settings.js'
import type { SettledListener } from './rooms.js'
import type { Turns } from './sockets/turns.js'
import { RecordMissing, RoomsBusy, RoomsClosed } from './sync-error.js'

/** Which records are loaded; each is so at most once. */
export interface RoomDirectory {
  /** Loads the record, or finds it, and keeps it loaded until `leave`. @throws RecordMissing, RoomsBusy, RoomsClosed, StoreError */
  enter(recordId: string): Promise<Held>
  /** The rooms that are open now. */
  open(): OpenRoom[]
  find(recordId: string): OpenRoom | undefined
  /** Saves and closes the room if nobody holds it. */
  retire(recordId: string): Promise<void>
  /** Lets nobody in from the first moment on, and saves and closes all rooms whoever holds them. */
  shut(): Promise<void>
}

export interface Held {
  room: OpenRoom
  /** May be called more than once. */
  leave(): void
}

export interface RoomDirectoryOptions {
  updates: UpdateLog
  settings: RoomSettings
  turns: Turns
  log: Log
  metrics: RoomMetrics | undefined
  fold: Fold | undefined
  isLocked(recordId: string): boolean
  onChanged(recordId: string): void
  onSettled: SettledListener
}

/** @see docs/spec.md S3 */
export function createRoomDirectory(options: RoomDirectoryOptions): RoomDirectory {
  const { updates, settings, log, metrics } = options
  const rooms = new Map<string, RoomState>()
  const inTurn = createLimit(settings.loadsAtOnce)
  let isShut = false

  async function enter(recordId: string): Promise<Held> {
    for (;;) {
      if (isShut) throw new RoomsClosed()
      const state = rooms.get(recordId) ?? begin(recordId)
      switch (state.kind) {
        case 'opening':
          await state.loaded
          break
        case 'closing':
          await state.closed
          break
        case 'open':
          return hold(recordId, state)
        default:
          return state satisfies never
      }
    }
  }

  function begin(recordId: string): RoomState {
    if (inTurn.pendingCount >= settings.loadsWaiting) throw new RoomsBusy()
    const state: RoomState = { kind: 'opening', loaded: load(recordId) }
    rooms.set(recordId, state)
    return state
  }

  async function load(recordId: string): Promise<void> {
    try {
      const stored = await inTurn(() => updates.load(recordId))
      if (stored === undefined) throw new RecordMissing(recordId)
      const room = createOpenRoom({
        ...options,
        recordId,
        stored,
        isLocked: () => options.isLocked(recordId),
        onChanged: () => options.onChanged(recordId),
        onSettled: (text) => options.onSettled(recordId, text),
      })
      const state: OpenState = { kind: 'open', room, holders: 0, idle: undefined }
      rooms.set(recordId, state)
      metrics?.roomOpened()
      closeWhenIdle(recordId, state)
    } catch (error) {
      rooms.delete(recordId)
      throw error
    }
  }

  function hold(recordId: string, state: OpenState): Held {
    clearTimeout(state.idle)
    state.holders += 1
    let held = true
    return {
      room: state.room,
      leave() {
        if (!held) return
        held = false
        state.holders -= 1
        closeWhenIdle(recordId, state)
      },
    }
  }

  function closeWhenIdle(recordId: string, state: OpenState): void {
    if (state.holders > 0 || isShut) return
    clearTimeout(state.idle)
    state.idle = setTimeout(() => {
      close(recordId, state).catch((error: unknown) =>
        log.error({ err: error, recordId }, 'A room could not be closed.'),
      )
    }, settings.idleCloseMs)
  }

  /** Waits for what is not saved, then closes the room, unless somebody came in meanwhile. */
  async function close(recordId: string, state: OpenState): Promise<void> {
    await state.room.drained()
    if (rooms.get(recordId) !== state || !mayClose(state)) return
    clearTimeout(state.idle)
    const closed = state.room.close().finally(() => {
      rooms.delete(recordId)
      metrics?.roomClosed()
    })
    // From here on whoever comes waits for the end: what they would load now is about to be rewritten.
    rooms.set(recordId, { kind: 'closing', closed })
    await closed
  }

  const mayClose = ({ room, holders }: OpenState) => room.isSaved && (holders === 0 || isShut)

  async function settle(recordId: string): Promise<void> {
    for (let state = rooms.get(recordId); state !== undefined; state = rooms.get(recordId)) {
      if (state.kind === 'opening') await Promise.allSettled([state.loaded])
      else if (state.kind === 'closing') await state.closed
      else return close(recordId, state)
    }
  }

  return {
    enter,
    open: () => [...rooms.values()].flatMap((state) => (state.kind === 'open' ? state.room : [])),
    find(recordId) {
      const state = rooms.get(recordId)
      return state?.kind === 'open' ? state.room : undefined
    },
    retire: settle,
    async shut() {
      isShut = true
      await Promise.allSettled([...rooms.keys()].map(settle))
    },
  }
}

type RoomState = { kind: 'opening'; loaded: Promise<void> } | OpenState | { kind: 'closing'; closed: Promise<void> }

interface OpenState {
  kind: 'open'
  room: OpenRoom
  /** Sockets, seats that are kept for them, and readers. */
  holders: number
  idle: NodeJS.Timeout | undefined
}
