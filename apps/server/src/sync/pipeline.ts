import * as Y from 'yjs'
import type { Log } from '../log.js'
import type { UpdateLog } from '../store/store.js'
import { createAdmission, type Verdict } from './admission.js'
import { type CommitLoop, createCommitLoop, type Entry } from './commit-loop.js'
import { createCompaction } from './compaction.js'
import type { RoomMetrics } from './metrics.js'
import { createRecordDocument, type RecordDocument } from './record-document.js'
import type { RoomSettings } from './room-settings.js'
import { createSettling } from './settling.js'

/** The way of an update from its arrival to the disk, and from there to the document. */
export interface Pipeline<Source> {
  readonly document: RecordDocument
  readonly commits: Pick<CommitLoop<Entry>, 'idle' | 'backlogBytes' | 'inTrouble' | 'drained' | 'abandon'>
  /**
   * Checks an update and queues it. `durable` is called in its turn, unless the verdict is `gap`.
   * @throws BadFrame
   */
  offer(update: Uint8Array, from: Source, durable: () => void): Verdict
  /** Makes a change of the server's own. Resolves when it is durable. */
  edit(change: (doc: Y.Doc) => void, from: Source): Promise<void>
  /** Tells the listeners, folds the journal, lets the document go. To be called when `commits` is idle. */
  close(): Promise<void>
}

export interface PipelineOptions<Source> {
  recordId: string
  stored: { snapshot: Uint8Array; updates: Uint8Array[] }
  updates: UpdateLog
  settings: RoomSettings
  log: Log
  metrics: RoomMetrics | undefined
  /** A batch is durable; `news` is what was new in it, as one update, and `sources` who sent it. */
  onDurable(news: Uint8Array | undefined, sources: ReadonlySet<Source>): void
  onTrouble(state: 'began' | 'over'): void
  /** Durable changes have settled. */
  onSettled(doc: Y.Doc): void
  /** The document cannot be trusted any more; everything durable is in the store. */
  onFault(error: unknown): void
}

/** @see docs/spec.md D1, D7, S6 */
export function createPipeline<Source>(options: PipelineOptions<Source>): Pipeline<Source> {
  const { recordId, stored, updates, settings, log, metrics } = options
  const document = createRecordDocument(stored.snapshot, stored.updates, log)
  const admission = createAdmission(document)
  const snapshotBytes = stored.snapshot.length
  const compaction = createCompaction({ ...options, document, snapshotBytes, compactBytes: settings.compactBytes })
  const settling = createSettling(() => document.read(options.onSettled), settings)
  let faulted = false

  const commits = createCommitLoop<QueuedUpdate<Source>>({
    append: async (batch) => {
      const began = performance.now()
      await updates.append(recordId, batch).catch((error: unknown) => {
        metrics?.storeFailed()
        throw error
      })
      const bytes = batch.reduce((sum, update) => sum + update.length, 0)
      metrics?.stored({ updates: batch.length, bytes, seconds: (performance.now() - began) / 1_000 })
    },
    committed(batch) {
      try {
        if (!faulted) show(batch)
      } catch (error) {
        faulted = true
        options.onFault(error)
      }
    },
    trouble: options.onTrouble,
    troubleAfterMs: settings.troubleAfterMs,
    retry: { firstMs: settings.retryFirstMs, slowestMs: settings.retrySlowestMs },
    log: log.child({ recordId }),
  })

  function show(batch: readonly QueuedUpdate<Source>[]): void {
    const news = document.apply(batch.flatMap(({ update }) => update ?? []))
    if (commits.backlogBytes === 0) admission.settled()
    const sources = new Set(batch.flatMap(({ update, from }) => (update === undefined ? [] : [from])))
    for (const { durable } of batch) durable()
    options.onDurable(news, sources)
    if (news === undefined) return
    compaction.consider()
    settling.changed()
  }

  function offer(update: Uint8Array, from: Source, durable: () => void): Verdict {
    const verdict = admission.judge(update)
    if (verdict === 'new') commits.push({ update, from, durable })
    // What is known may be so only from the batch that is being written: it waits its turn behind it.
    else if (verdict === 'known' && !commits.idle) commits.push({ update: undefined, from, durable })
    else if (verdict === 'known') durable()
    return verdict
  }

  return {
    document,
    commits,
    offer,
    edit(change, from) {
      return new Promise((resolve, reject) => {
        try {
          const update = draft(document, change)
          if (offer(update, from, resolve) === 'gap') reject(new Error('A change of the server itself left a gap.'))
        } catch (error) {
          reject(error)
        }
      })
    },
    async close() {
      if (faulted) settling.forget()
      else {
        settling.flush()
        await compaction.finish()
      }
      document.destroy()
    },
  }
}

interface QueuedUpdate<Source> extends Entry {
  from: Source
  durable(): void
}

/** Makes the change in a copy: the document itself holds what is durable only. @returns the change as an update */
function draft(document: RecordDocument, change: (doc: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc()
  try {
    Y.applyUpdate(copy, document.snapshot())
    const changes: Uint8Array[] = []
    copy.on('update', (update: Uint8Array) => changes.push(update))
    copy.transact(() => change(copy))
    return Y.mergeUpdates(changes)
  } finally {
    copy.destroy()
  }
}
