import { extname } from 'node:path'
import { createThread, ThreadError, type ThreadOptions } from '../threads/thread.js'
import type { Draft, ImportedDraft, ImportedRecord, NewRecord } from './draft.js'

export type DraftTask = NewRecord | ImportedRecord

/** What the thread says. */
export type DraftReply =
  | { kind: 'ready' }
  | { kind: 'new'; draft: Draft }
  | { kind: 'import'; draft: ImportedDraft }
  | { kind: 'refused'; code: DraftRefusal; message: string; place?: FilePlace }

type DraftRefusal = 'template-invalid' | 'not-a-record' | 'too-large' | 'too-deep'

/** Both from 1. */
export interface FilePlace {
  line: number
  column: number
}

/** Why no record could be made; nothing was stored. */
export class DraftError extends Error {
  override readonly name = 'DraftError'
  constructor(
    readonly code: DraftRefusal | ThreadError['code'],
    message: string,
    /** Absent when the fault is in no one place. */
    readonly place?: FilePlace,
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

/** @see docs/spec.md M4 */
export function createDrafter(options?: ThreadOptions): Drafter {
  const thread = createThread<DraftTask, DraftReply>(entry, options)

  async function run(task: DraftTask): Promise<DraftReply> {
    const reply = await thread.perform(task).catch((error: unknown) => {
      throw error instanceof ThreadError
        ? new DraftError(error.code, refusals[error.code], undefined, { cause: error })
        : error
    })
    if (reply.kind !== 'refused') return reply
    throw new DraftError(reply.code, reply.message, reply.place)
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

    close: thread.close,
  }
}

const refusals: Record<ThreadError['code'], string> = {
  'too-slow': 'This text takes too long to read. Nothing was stored. Split it, or take out what is nested very deeply.',
  'too-busy': 'Many files are being read just now. Nothing was stored. Try again in a minute.',
}

/** The thread's module lies beside this one, in the sources as in the build. */
const entry = new URL(`./draft.worker${extname(import.meta.url)}`, import.meta.url)
