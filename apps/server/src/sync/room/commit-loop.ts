import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../../log.js'
import type { News } from './admission.js'

/** Something whose turn comes when all that was pushed before it is durable. */
export interface Entry {
  /** What is to be stored; `undefined` where only the turn matters. */
  readonly news: News | undefined
}

/** Makes entries durable, in order, for as long as it takes. */
export interface CommitLoop<E extends Entry> {
  push(entry: E): void
  /** Whether everything pushed is durable. */
  readonly idle: boolean
  /** Bytes that were pushed and are not durable. */
  readonly backlogBytes: number
  /** Whether the store has been failing for so long that it was told. */
  readonly inTrouble: boolean
  /** Resolves when everything pushed is durable, or the loop was abandoned. */
  drained(): Promise<void>
  /** Gives up what is not durable: for the end of the process only. */
  abandon(): void
}

export interface CommitLoopOptions<E extends Entry, Stored extends object> {
  /** @returns what was stored */
  append(batch: readonly News[]): Promise<Stored>
  /** Called with each batch once it is durable; `stored` is `undefined` where there was nothing to store. */
  committed(batch: readonly E[], stored: Stored | undefined): void
  /** Called when a batch has waited `troubleAfterMs`, and when the store went on. */
  trouble(state: 'began' | 'over'): void
  troubleAfterMs: number
  retry: { firstMs: number; slowestMs: number }
  log: Log
}

/**
 * The disk is the metronome: what is pushed while one append is under way forms the next batch. A failing append is
 * tried again without end; nothing is dropped and nothing overtakes.
 * @see docs/spec.md D1, D3, D7
 */
export function createCommitLoop<E extends Entry, Stored extends object>(
  options: CommitLoopOptions<E, Stored>,
): CommitLoop<E> {
  const abandoned = new AbortController()
  const end = once(abandoned.signal, 'abort')
  let queue: E[] = []
  let running: Promise<void> | undefined
  let backlogBytes = 0
  let inTrouble = false

  async function run(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue
      queue = []
      const stored = await store(batch.flatMap(({ news }) => news ?? []))
      if (abandoned.signal.aborted) break
      backlogBytes -= bytesOf(batch)
      options.committed(batch, stored)
    }
    running = undefined
  }

  /** @returns `undefined` where there was nothing to store, or the loop was abandoned */
  async function store(batch: readonly News[]): Promise<Stored | undefined> {
    if (batch.length === 0) return undefined
    const alarm = setTimeout(() => {
      inTrouble = true
      options.trouble('began')
    }, options.troubleAfterMs)
    let stored = await attempted(batch, 0)
    for (let attempt = 1; stored === undefined && !abandoned.signal.aborted; attempt += 1) {
      await backOff(attempt - 1)
      stored = await attempted(batch, attempt)
    }
    clearTimeout(alarm)
    if (!inTrouble || abandoned.signal.aborted) return stored
    inTrouble = false
    options.trouble('over')
    return stored
  }

  async function attempted(batch: readonly News[], attempt: number): Promise<Stored | undefined> {
    try {
      return await options.append(batch)
    } catch (error) {
      options.log.error(
        { err: error, attempt, updates: batch.length },
        'Edits could not be stored; they are kept and tried again.',
      )
      return undefined
    }
  }

  /** Jitter keeps the rooms of one disk from trying all at once. */
  async function backOff(attempt: number): Promise<void> {
    const { firstMs, slowestMs } = options.retry
    const longest = Math.min(slowestMs, firstMs * 2 ** Math.min(attempt, 16))
    const pause = wait(longest * (0.5 + Math.random() / 2), undefined, { signal: abandoned.signal })
    await Promise.allSettled([pause])
  }

  return {
    push(entry) {
      queue.push(entry)
      backlogBytes += entry.news?.update.length ?? 0
      running ??= run()
    },
    get idle() {
      return running === undefined
    },
    get backlogBytes() {
      return backlogBytes
    },
    get inTrouble() {
      return inTrouble
    },
    async drained() {
      while (running !== undefined && !abandoned.signal.aborted) await Promise.race([running, end])
    },
    abandon() {
      abandoned.abort()
    },
  }
}

function bytesOf(batch: readonly Entry[]): number {
  return batch.reduce((sum, { news }) => sum + (news?.update.length ?? 0), 0)
}
