import type { Log } from '../log.js'
import type { UpdateLog } from '../store/store.js'
import type { RecordDocument } from './record-document.js'

/** Folds a record's journal into its snapshot. A failure costs nothing but time: the journal stays. */
export interface Compaction {
  /** Folds when the journal has outgrown the snapshot, while the room goes on. */
  consider(): void
  /** Folds what there is to fold. */
  finish(): Promise<void>
}

export interface CompactionOptions {
  recordId: string
  document: RecordDocument
  updates: UpdateLog
  snapshotBytes: number
  /** The shortest journal worth folding. */
  compactBytes: number
  log: Log
}

/** @see docs/spec.md D5 */
export function createCompaction(options: CompactionOptions): Compaction {
  const { recordId, document, updates, compactBytes, log } = options
  let threshold = Math.max(compactBytes, 2 * options.snapshotBytes)
  let running: Promise<void> | undefined

  async function fold(): Promise<void> {
    const snapshot = document.snapshot()
    try {
      await updates.compact(recordId, snapshot)
      threshold = Math.max(compactBytes, 2 * snapshot.length)
    } catch (error) {
      threshold = Math.max(threshold, 2 * updates.journalBytes(recordId))
      log.warn(
        { err: error, recordId },
        'A journal could not be folded into its snapshot; both are kept, and it is tried again later.',
      )
    }
    running = undefined
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
