import type { UpdateLog } from '../../store/store.js'
import { createWatched, type Watched } from './watched.js'

/** A store whose writes wait, or fail, as the test says; what passes goes to the real one. */
export interface GatedLog extends UpdateLog, Watched {
  /** How many appends were asked for. */
  readonly attempts: number
  /** Appends wait from now on. */
  shut(): void
  /** Those that wait go on, and others pass. */
  open(): void
  /** Appends fail from now on. */
  breakDown(): void
  repair(): void
}

export function createGatedLog(inner: UpdateLog): GatedLog {
  const watched = createWatched()
  let isShut = false
  let isBroken = false
  let attempts = 0

  return {
    ...watched,
    get attempts() {
      return attempts
    },
    shut() {
      isShut = true
    },
    open() {
      isShut = false
      watched.changed()
    },
    breakDown() {
      isBroken = true
    },
    repair() {
      isBroken = false
    },
    create: (recordId, state) => inner.create(recordId, state),
    load: (recordId) => inner.load(recordId),
    async append(recordId, updates, owners) {
      attempts += 1
      watched.changed()
      await watched.until(() => !isShut)
      if (isBroken) throw new Error('EIO: the disk is broken')
      await inner.append(recordId, updates, owners)
    },
    position: (recordId) => inner.position(recordId),
    reached: (recordId) => inner.reached(recordId),
    leadsThrough: (recordId, position) => inner.leadsThrough(recordId, position),
    compact: (recordId, snapshot, position) => inner.compact(recordId, snapshot, position),
    journalBytes: (recordId) => inner.journalBytes(recordId),
    delete: (recordId) => inner.delete(recordId),
  }
}
