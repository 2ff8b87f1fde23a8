import { parentPort } from 'node:worker_threads'
import { MarkdownError, ReadError, TemplateError } from '@colophon/template'
import { draftImport, draftNew } from './draft.js'
import type { DraftReply, DraftTask } from './drafter.js'

const port = parentPort
if (!port) throw new Error('draft.worker runs in a worker thread')

port.on('message', (task: DraftTask) => {
  port.postMessage(answer(task))
})
port.postMessage({ kind: 'ready' } satisfies DraftReply)

function answer(task: DraftTask): DraftReply {
  try {
    switch (task.kind) {
      case 'new':
        return { kind: 'new', draft: draftNew(task) }
      case 'import':
        return { kind: 'import', draft: draftImport(task) }
      default:
        throw task satisfies never
    }
  } catch (error) {
    if (error instanceof TemplateError || error instanceof ReadError) {
      const { code, message, line, column } = error
      return { kind: 'refused', code, message, place: { line, column } }
    }
    if (error instanceof MarkdownError) return { kind: 'refused', code: error.code, message: error.message }
    throw error
  }
}
