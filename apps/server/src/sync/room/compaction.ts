import * as Y from 'yjs'
import type { Log } from '../../log.js'
import type { UpdateLog } from '../../store/store.js'
import { layoutOf } from '../update/layout.js'
import type { LiveDocument } from './live-document.js'
import type { RecordState } from './record-state.js'

/** Says what `state` says in fewer bytes. */
export type Fold = (state: Uint8Array) => Promise<Uint8Array>

/** Folds a record's journal into its snapshot. A failure costs nothing but time: the journal stays. */
export interface Compaction {
  /** Folds when the journal has outgrown the snapshot, while the room goes on. To be called when the state is as stored. */
  consider(): void
  /** Folds what there is to fold. */
  finish(): Promise<void>
}

export interface CompactionOptions {
  recordId: string
  state: RecordState
  document: LiveDocument
  updates: UpdateLog
  snapshotBytes: number
  /** The shortest journal worth folding. */
  compactBytes: number
  /** For a text that is too large to make a document of here. */
  fold: Fold | undefined
  log: Log
}

/** @see docs/spec.md D5 */
export function createCompaction(options: CompactionOptions): Compaction {
  const { recordId, state, document, updates, compactBytes, log } = options
  let threshold = Math.max(compactBytes, 2 * options.snapshotBytes)
  let running: Promise<void> | undefined

  async function fold(): Promise<void> {
    const position = updates.position(recordId)
    try {
      const update = await folded()
      const snapshot = { update, layout: layoutOf(update) }
      await updates.compact(recordId, snapshot, position)
      state.fold(snapshot)
      threshold = Math.max(compactBytes, 2 * update.length)
    } catch (error) {
      threshold = Math.max(threshold, 2 * updates.journalBytes(recordId))
      log.warn(
        { err: error, recordId },
        'A journal could not be folded into its snapshot; both are kept, and it is tried again later.',
      )
    }
    running = undefined
  }

  /** A document joins neighbouring structs and forgets what deleted text said; bytes alone cannot. */
  async function folded(): Promise<Uint8Array> {
    if (options.fold !== undefined && state.isLarge) return options.fold(state.whole())
    return document.read(Y.encodeStateAsUpdate)
  }

  return {
    consider() {
      if (running === undefined && updates.journalBytes(recordId) > threshold) running = fold()
    },
    async finish() {
      await running
      if (updates.journalBytes(recordId) > 0) await fold()
    },
  }
}
