import { limits } from '@colophon/protocol'
import { awarenessBombs } from './awareness-bombs.js'
import { claims } from './claims.js'
import { gaps } from './gaps.js'
import { heaps } from './heaps.js'

/** A frame that is small to send and dear to take. */
export interface Bomb {
  readonly name: string
  readonly frames: () => readonly Uint8Array[]
  /**
   * What must come of it: `closed`, with 1008 or 1009; `unsaved`, which is closed or never called saved; or `bounded`, which
   * may be taken for an edit, or closed in whatever way, as long as nobody else pays for it.
   */
  readonly outcome: 'closed' | 'unsaved' | 'bounded'
}

export const bombs: readonly Bomb[] = [
  ...claims,
  ...gaps,
  ...heaps,
  ...awarenessBombs,
  {
    name: 'a frame longer than any frame may be',
    frames: () => [new Uint8Array(limits.frameBytes + 1_000)],
    outcome: 'closed',
  },
]
