import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import type { DocumentReply, DocumentTask } from './documents.js'
import { answerFrom } from './question.js'

const port = parentPort
if (!port) throw new Error('document.worker runs in a worker thread')

port.on('message', (task: DocumentTask) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, task.state)
  port.postMessage(perform(doc, task))
  doc.destroy()
})
port.postMessage({ kind: 'ready' } satisfies DocumentReply)

function perform(doc: Y.Doc, task: DocumentTask): DocumentReply {
  switch (task.kind) {
    case 'answer':
      return { kind: 'answer', answer: answerFrom(doc, task.question) }
    case 'fold':
      return { kind: 'fold', snapshot: Y.encodeStateAsUpdate(doc) }
    default:
      throw task satisfies never
  }
}
