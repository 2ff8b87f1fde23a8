import * as Y from 'yjs'
import type { Log } from '../../log.js'
import type { StoredRecord, UpdateLog } from '../../store/store.js'
import type { RoomMetrics } from '../metrics.js'
import type { RoomSettings } from '../room-settings.js'
import type { RecordText } from '../rooms.js'
import { joinText } from '../update/text-joiner.js'
import { type UpdateContent, writeUpdate } from '../update/update-writer.js'
import { createAdmission, type News, type Verdict } from './admission.js'
import { type CommitLoop, createCommitLoop, type Entry } from './commit-loop.js'
import { createCompaction, type Fold } from './compaction.js'
import { createLiveDocument } from './live-document.js'
import { createRecordState, type RecordState } from './record-state.js'
import { createSettling } from './settling.js'

/** The way of an update from its arrival to the disk, and from there to the others. */
export interface Pipeline<Source> {
  readonly state: Pick<RecordState, 'missingFrom' | 'stateVector'>
  readonly text: RecordText
  readonly commits: Pick<CommitLoop<Entry>, 'idle' | 'backlogBytes' | 'inTrouble' | 'drained' | 'abandon'>
  /**
   * Checks an update and queues it. `durable` is called in its turn, unless the verdict is `gap`.
   * @throws BadFrame
   */
  offer(offered: Offered<Source>): Verdict['kind']
  /** Makes a change of the server's own. Resolves when it is durable. */
  edit(change: (doc: Y.Doc) => void, from: Source): Promise<void>
  /** Tells the listeners, folds the journal, lets the document go. To be called when `commits` is idle. */
  close(): Promise<void>
}

export interface Offered<Source> {
  readonly update: Uint8Array
  readonly from: Source
  /** Whose it is; `undefined` for the server's own. */
  readonly userId: string | undefined
  durable(): void
}

export interface PipelineOptions<Source> {
  recordId: string
  stored: StoredRecord
  updates: UpdateLog
  settings: RoomSettings
  log: Log
  metrics: RoomMetrics | undefined
  /** Whose caret is shown under a client id at the moment. */
  announcerOf(client: number): string | undefined
  /** A batch is durable; `news` is what was new in it, as one update, and `sources` who sent it. */
  onDurable(news: Uint8Array | undefined, sources: ReadonlySet<Source>): void
  onTrouble(state: 'began' | 'over'): void
  /** Durable changes have settled. */
  fold: Fold | undefined
  onSettled(text: RecordText): Promise<void>
}

/** @see docs/spec.md D1, D7, S6 */
export function createPipeline<Source>(options: PipelineOptions<Source>): Pipeline<Source> {
  const { recordId, stored, updates, settings, log, metrics } = options
  const state = createRecordState(stored)
  const document = createLiveDocument(state, settings.documentKeptMs)
  const admission = createAdmission({ state, owners: stored.owners, announcerOf: options.announcerOf })
  const text: RecordText = {
    get isLarge() {
      return state.isLarge
    },
    state: state.whole,
    ownerOf: admission.ownerOf,
    read: document.read,
  }
  const snapshotBytes = stored.snapshot.length
  const compaction = createCompaction({
    ...options,
    state,
    document,
    snapshotBytes,
    compactBytes: settings.compactBytes,
  })
  const settling = createSettling(
    () => options.onSettled(text),
    settings,
    () => state.bytes / bytesPerMs,
  )

  // After a crash the list may not know yet what the journal holds.
  if (stored.updates.length > 0) settling.changed()

  const commits = createCommitLoop<Queued<Source>, Brought>({
    append: async (batch) => {
      const began = performance.now()
      const brought = asOne(batch)
      const owners = batch.flatMap((news) => news.owners)
      await updates.append(recordId, [brought.update], owners).catch((error: unknown) => {
        metrics?.storeFailed()
        throw error
      })
      const seconds = (performance.now() - began) / 1_000
      metrics?.stored({ updates: batch.length, bytes: brought.update.length, seconds })
      return brought
    },
    committed: show,
    trouble: options.onTrouble,
    troubleAfterMs: settings.troubleAfterMs,
    retry: { firstMs: settings.retryFirstMs, slowestMs: settings.retrySlowestMs },
    log: log.child({ recordId }),
  })

  function show(batch: readonly Queued<Source>[], brought: Brought | undefined): void {
    if (brought !== undefined) state.add(brought)
    if (commits.backlogBytes === 0) admission.settled()
    for (const { durable } of batch) durable()
    const sources = batch.flatMap(({ news, from }) => (news === undefined ? [] : [from]))
    options.onDurable(brought?.update, new Set(sources))
    if (brought === undefined) return
    document.added(brought.update)
    compaction.consider()
    settling.changed()
  }

  return {
    state,
    text,
    commits,
    offer,
    edit(change, from) {
      return new Promise((resolve, reject) => {
        try {
          const update = draft(state, change)
          const verdict = offer({ update, from, userId: undefined, durable: resolve })
          if (verdict === 'gap') reject(new Error('A change of the server itself left a gap.'))
        } catch (error) {
          reject(error)
        }
      })
    },
    async close() {
      await settling.flush()
      await compaction.finish()
      document.release()
    },
  }

  function offer({ update, from, userId, durable }: Offered<Source>): Verdict['kind'] {
    const verdict = admission.judge(update, userId)
    if (verdict.kind === 'new') commits.push({ news: verdict.news, from, durable })
    // What is known may be so only from the batch that is being written: it waits its turn behind it.
    else if (verdict.kind === 'known' && !commits.idle) commits.push({ news: undefined, from, durable })
    else if (verdict.kind === 'known') durable()
    return verdict.kind
  }
}

interface Queued<Source> extends Entry {
  readonly from: Source
  durable(): void
}

/** How much of a text is made a document of in a millisecond, roughly. */
const bytesPerMs = 10_000

/** What a batch brought, as it is stored and sent. */
interface Brought extends UpdateContent {
  readonly update: Uint8Array
}

function asOne(batch: readonly News[]): Brought {
  const [first] = batch
  if (first !== undefined && batch.length === 1) return first
  // Nobody has seen any of it yet but who wrote it.
  const structs = joinText(batch.flatMap((news) => news.structs))
  const deletes = batch.flatMap((news) => news.deletes)
  return { structs, deletes, update: writeUpdate({ structs, deletes }) }
}

/** Makes the change in a document of its own: what the room holds is durable only. @returns the change as an update */
function draft(state: RecordState, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, state.whole())
    const changes: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => changes.push(update))
    doc.transact(() => change(doc))
    return Y.mergeUpdates(changes)
  } finally {
    doc.destroy()
  }
}
