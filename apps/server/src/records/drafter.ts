import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createSerial } from '../serial.js'
import type { Draft, ImportedDraft, ImportedRecord, NewRecord } from './draft.js'

export type DraftTask = NewRecord | ImportedRecord

/** What the thread says. */
export type DraftReply =
  | { kind: 'ready' }
  | { kind: 'new'; draft: Draft }
  | { kind: 'import'; draft: ImportedDraft }
  | { kind: 'refused'; code: DraftRefusal; message: string; line: number; column: number }

type DraftRefusal = 'template-invalid' | 'not-a-record' | 'too-large' | 'too-deep'

/** Why no record could be made; nothing was stored. */
export class DraftError extends Error {
  override readonly name = 'DraftError'
  constructor(
    readonly code: DraftRefusal | 'too-slow' | 'too-busy',
    message: string,
    /** Both from 1; absent when the fault is in no one place. */
    readonly place?: { line: number; column: number },
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** Makes first states of records, away from the thread that serves everybody. */
export interface Drafter {
  /** @throws DraftError */
  create(record: Omit<NewRecord, 'kind'>): Promise<Draft>
  /** @throws DraftError */
  import(record: Omit<ImportedRecord, 'kind'>): Promise<ImportedDraft>
  close(): Promise<void>
}

export interface DrafterOptions {
  /** How long one task may take, milliseconds. */
  deadlineMs?: number
  /** Node options of the thread; this process's own by default. */
  execArgv?: string[]
}

/**
 * One thread, one task at a time: what people send in may be slow to read or hungry, and then costs its sender a
 * refusal and nobody else anything.
 * @see docs/spec.md M4
 */
export function createDrafter(options: DrafterOptions = {}): Drafter {
  const { deadlineMs = 5_000, execArgv } = options
  const inTurn = createSerial()
  let thread: Promise<Worker> | undefined
  let waiting = 0

  async function open(): Promise<Worker> {
    const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: 512 }, ...(execArgv && { execArgv }) })
    worker.on('error', drop)
    await once(worker, 'message')
    // An idle thread is no reason to keep the process running.
    worker.unref()
    return worker
  }

  function drop(): void {
    thread = undefined
  }

  async function perform(task: DraftTask): Promise<DraftReply> {
    thread ??= open()
    const worker = await thread.catch((error: unknown) => {
      drop()
      throw error
    })
    const deadline = AbortSignal.timeout(deadlineMs)
    try {
      const reply = once(worker, 'message', { signal: deadline })
      worker.postMessage(task)
      const [message]: DraftReply[] = await reply
      if (message) return message
      throw new Error('the drafting thread sent nothing')
    } catch (cause) {
      drop()
      await worker.terminate()
      const slow = deadline.aborted || isOutOfMemory(cause)
      throw slow ? new DraftError('too-slow', tooSlow, undefined, { cause }) : cause
    }
  }

  async function run(task: DraftTask): Promise<DraftReply> {
    if (waiting >= maxWaiting) {
      throw new DraftError('too-busy', 'Many files are being read just now. Nothing was stored. Try again in a minute.')
    }
    waiting += 1
    try {
      const reply = await inTurn('thread', () => perform(task))
      if (reply.kind !== 'refused') return reply
      throw new DraftError(reply.code, reply.message, { line: reply.line, column: reply.column })
    } finally {
      waiting -= 1
    }
  }

  return {
    async create(record) {
      const reply = await run({ kind: 'new', ...record })
      if (reply.kind === 'new') return reply.draft
      throw new Error(`the drafting thread answered out of turn: ${reply.kind}`)
    },

    async import(record) {
      const reply = await run({ kind: 'import', ...record })
      if (reply.kind === 'import') return reply.draft
      throw new Error(`the drafting thread answered out of turn: ${reply.kind}`)
    },

    async close() {
      const worker = await thread
      drop()
      await worker?.terminate()
    },
  }
}

const tooSlow =
  'This text takes too long to read. Nothing was stored. Split it, or take out what is nested very deeply.'

const maxWaiting = 20

/** The thread's module lies beside this one, in the sources as in the build. */
const entry = new URL(`./draft.worker${extname(import.meta.url)}`, import.meta.url)

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
