import { limits } from '@colophon/protocol'
import { implementationRecord, parseTemplate, seedRecord, slotFragment } from '@colophon/template'
import { afterAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { RecordText } from '../sync/rooms.js'
import { sourceArgv } from '../testing/source-process.js'
import { createDocuments } from './documents.js'
import { answerFrom, type Question } from './question.js'
import { createReader } from './reader.js'

const documents = createDocuments({ execArgv: sourceArgv, deadlineMs: 60_000 })
afterAll(() => documents.close())

test('[M4] what may be dear is read on a thread of its own, and says there what it says here', async () => {
  const text = recordOf('A paragraph that was written long ago. '.repeat(20))
  const asked: string[] = []
  const reader = createReader({
    answer(state, question) {
      asked.push(question.kind)
      return documents.answer(state, question)
    },
  })
  const questions: Question[] = [
    { kind: 'markdown', options: {}, lines: noLines },
    { kind: 'file', options: {}, lines: noLines },
    { kind: 'fingerprint' },
    { kind: 'content' },
    { kind: 'authors', since: Y.encodeStateVector(new Y.Doc()) },
    { kind: 'summary' },
  ]
  const here = questions.map((question) => text.read((doc) => answerFrom(doc, question)))
  const summary = await reader.summary(text)
  expect(asked).toEqual([])
  const large = { ...text, isLarge: true }
  const [markdown, fingerprint] = [await reader.markdown(text, {}, noLines), await reader.fingerprint(text)]
  const file = await reader.file(text, {}, noLines)
  const content = await reader.content(text)
  const authors = await reader.authors(text, Y.encodeStateVector(new Y.Doc()))
  expect(await reader.summary(large)).toEqual(summary)
  expect(asked).toEqual(['markdown', 'fingerprint', 'file', 'content', 'authors', 'summary'])
  expect(here).toEqual([
    { kind: 'markdown', markdown },
    { kind: 'file', ...file },
    { kind: 'fingerprint', fingerprint },
    { kind: 'content', content },
    { kind: 'authors', authors },
    { kind: 'summary', summary },
  ])
  expect(markdown).toContain('written long ago')
})

test('[A6] what is nested as deep as it may be is read, folded and taken back like anything else', async () => {
  const doc = docOf('At the very bottom.')
  let parent = slotFragment(doc, 'KNOWN_ISSUES')
  for (let depth = 0; depth < limits.typeDepth; depth += 1) {
    const quote = new Y.XmlElement('blockquote')
    parent.insert(0, [quote])
    parent = quote
  }
  parent.insert(0, [new Y.XmlText('Down here.')])
  const folded = await documents.fold(Y.encodeStateAsUpdate(doc))
  const answer = await documents.answer(folded, { kind: 'markdown', options: {}, lines: noLines })
  expect(answer).toMatchObject({ kind: 'markdown', markdown: expect.stringContaining('Down here.') })
  for (const kind of ['fingerprint', 'summary'] as const) {
    expect(await documents.answer(folded, { kind })).toMatchObject({ kind })
  }
  const undoing = new Y.UndoManager(slotFragment(doc, 'KNOWN_ISSUES'))
  slotFragment(doc, 'KNOWN_ISSUES').delete(0, 1)
  undoing.undo()
  expect(slotFragment(doc, 'KNOWN_ISSUES').toString()).toContain('Down here.')
})

test('[D5] a folded text says the same in fewer bytes', async () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const words = doc.getText('text')
  for (let at = 0; at < 500; at += 1) words.insert(at, 'x')
  words.delete(100, 300)
  const state = Y.mergeUpdates(updates)
  const folded = await documents.fold(state)
  expect(folded.length).toBeLessThan(state.length / 5)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, folded)
  expect(copy.getText('text').toString()).toBe(words.toString())
})

const noLines = { approvals: [], imported: {} }

function recordOf(prose: string): RecordText {
  const doc = docOf(prose)
  return {
    isLarge: false,
    state: () => Y.encodeStateAsUpdate(doc),
    ownerOf: () => undefined,
    read: (look) => look(doc),
  }
}

function docOf(prose: string): Y.Doc {
  const template = parseTemplate(implementationRecord)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedRecord(template))
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(prose)])
  slotFragment(doc, 'TECHNICAL_INSIGHTS').insert(0, [paragraph])
  return doc
}
