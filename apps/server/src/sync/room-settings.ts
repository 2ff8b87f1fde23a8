import { limits } from '@colophon/protocol'
import type { IntakeRate } from './sockets/intake.js'

/** Times in milliseconds and sizes in bytes; tests shorten them. */
export interface RoomSettings {
  /** How long a caret waits, at most, for the text it came with to be stored. */
  presenceWithinMs: number
  /** How many records are read from the store at once, and how many may wait for that. */
  loadsAtOnce: number
  loadsWaiting: number
  /** How often clients are told how far the record has come, at most, and how long after the last edit (D8). */
  positionEveryMs: number
  /** How long a room without people stays loaded. */
  idleCloseMs: number
  /** How long a record's document is kept after it was last read; its bytes stay. */
  documentKeptMs: number
  /** How long after the last change listeners are told, and at latest after the first. */
  settleMs: number
  settleAtLatestMs: number
  /** How long a batch may wait for the disk before people are told. */
  troubleAfterMs: number
  retryFirstMs: number
  retrySlowestMs: number
  /** How long the end of the process waits for the store. */
  closeWithinMs: number
  /** How much may wait to be read by one socket before it is dropped (A7). */
  unreadBytes: number
  /** How much of a room may wait for the disk before its sockets are not read any more (A6). */
  backlogBytes: number
  /** How much work one socket may ask for, and how much is done for all of them in one turn of the event loop (A6, A7). */
  socketWork: IntakeRate
  turnWork: number
  /** A journal is folded into the snapshot once it is longer than this and twice the snapshot. */
  compactBytes: number
}

export const roomSettings: RoomSettings = {
  presenceWithinMs: 50,
  loadsAtOnce: 8,
  loadsWaiting: 500,
  positionEveryMs: 2_000,
  idleCloseMs: 30_000,
  documentKeptMs: 10_000,
  settleMs: 2_000,
  settleAtLatestMs: 60_000,
  troubleAfterMs: 1_000,
  retryFirstMs: 50,
  retrySlowestMs: 2_000,
  closeWithinMs: 7_000,
  unreadBytes: 16_000_000,
  backlogBytes: 16_000_000,
  socketWork: limits.socketWork,
  turnWork: 25_000,
  compactBytes: 256_000,
}
