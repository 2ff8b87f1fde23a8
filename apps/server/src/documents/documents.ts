import { extname } from 'node:path'
import { createThread, type ThreadOptions } from '../threads/thread.js'
import type { Answer, Question } from './question.js'

export type DocumentTask =
  | { kind: 'answer'; state: Uint8Array; question: Question }
  | { kind: 'fold'; state: Uint8Array }

/** What the thread says. */
export type DocumentReply =
  | { kind: 'ready' }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'fold'; snapshot: Uint8Array }

/** Makes documents of records away from the thread that serves everybody. */
export interface Documents {
  /** @throws ThreadError */
  answer(state: Uint8Array, question: Question): Promise<Answer>
  /** @returns an update that says what `state` says in fewer bytes. @throws ThreadError */
  fold(state: Uint8Array): Promise<Uint8Array>
  close(): Promise<void>
}

/** @see docs/spec.md A6, M4 */
export function createDocuments(options: ThreadOptions = {}): Documents {
  const thread = createThread<DocumentTask, DocumentReply>(entry, { deadlineMs: 10_000, ...options })
  return {
    async answer(state, question) {
      const reply = await thread.perform({ kind: 'answer', state, question })
      if (reply.kind === 'answer') return reply.answer
      throw new Error(`The documents' thread answered out of turn: ${reply.kind}`)
    },
    async fold(state) {
      const reply = await thread.perform({ kind: 'fold', state })
      if (reply.kind === 'fold') return reply.snapshot
      throw new Error(`The documents' thread answered out of turn: ${reply.kind}`)
    },
    close: thread.close,
  }
}

/** The thread's module lies beside this one, in the sources as in the build. */
const entry = new URL(`./document.worker${extname(import.meta.url)}`, import.meta.url)
