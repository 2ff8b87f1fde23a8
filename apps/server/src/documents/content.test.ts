import { type Change, changesSchema, slotTextSchema } from '@colophon/protocol'
import {
  changesBetween,
  type Difference,
  fingerprint,
  implementationRecord,
  parseTemplate,
  printRecord,
  type SlotText,
  seedRecord,
  slotFragment,
  slotTexts,
} from '@colophon/template'
import { afterAll, expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import * as z from 'zod/mini'
import type { RecordText } from '../sync/rooms.js'
import { sourceArgv } from '../testing/source-process.js'
import { createDocuments } from './documents.js'
import { createReader } from './reader.js'

const documents = createDocuments({ execArgv: sourceArgv, deadlineMs: 60_000 })
afterAll(() => documents.close())

const reader = createReader(documents)
const template = parseTemplate(implementationRecord)

function seeded(): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedRecord(template))
  return doc
}

const textOf = (doc: Y.Doc): RecordText => ({
  isLarge: false,
  state: () => Y.encodeStateAsUpdate(doc),
  ownerOf: () => undefined,
  read: (look) => look(doc),
})

function write(doc: Y.Doc, name: string, words: string): void {
  const [paragraph] = slotFragment(doc, name).toArray()
  if (paragraph instanceof Y.XmlElement) paragraph.insert(0, [new Y.XmlText(words)])
}

test('[G3] the fingerprint, the file and the texts that a sign-off covers are of one moment and belong together', async () => {
  const doc = seeded()
  write(doc, 'P2_TASK_1', 'Tell everybody')
  const content = reader.content(textOf(doc))
  write(doc, 'FEATURE_NAME', 'Too late')
  const { fingerprint: covered, markdown, texts } = await content
  expect(markdown).toContain('Tell everybody')
  expect(markdown).not.toContain('Too late')
  expect(covered).not.toBe(fingerprint(template, doc))
  expect(texts).not.toEqual(slotTexts(template, doc))
  const again = await reader.content(textOf(doc))
  expect(again.fingerprint).toBe(await reader.fingerprint(textOf(doc)))
  expect(again.markdown).toBe(printRecord(template, doc))
  expect(changesBetween({ fingerprint: covered, texts }, again)).toMatchObject([{ kind: 'text', after: 'Too late' }])
})

test('[G3] who wrote since a moment is told by slot', async () => {
  const doc = seeded()
  doc.clientID = 5
  write(doc, 'P2_TASK_1', 'Tell everybody')
  const since = Y.encodeStateVector(doc)
  doc.clientID = 7
  write(doc, 'FEATURE_NAME', 'Rate limits')
  expect([...(await reader.authors(textOf(doc), since))]).toEqual([['@FEATURE_NAME', [7]]])
  const fromNothing = await reader.authors(textOf(doc), Y.encodeStateVector(new Y.Doc()))
  expect(fromNothing.get('/g1:2/g1.1:1@P#_TASK_##')).toEqual([1, 5])
})

test('[G3] presence alters nothing that a sign-off covers', async () => {
  const doc = seeded()
  const before = await reader.content(textOf(doc))
  const awareness = new Awareness(doc)
  awareness.setLocalState({ user: { name: 'Ada' }, at: '@FEATURE_NAME' })
  expect(await reader.content(textOf(doc))).toEqual(before)
  awareness.destroy()
})

test('[G3] what the template engine lists and finds is what the protocol carries', async () => {
  const doc = seeded()
  const before = await reader.content(textOf(doc))
  write(doc, 'FEATURE_NAME', 'Rate limits')
  const after = await reader.content(textOf(doc))
  const texts: SlotText[] = z.array(slotTextSchema).parse(JSON.parse(JSON.stringify(after.texts)))
  expect(texts).toEqual(after.texts)
  const found: Difference[] = changesBetween(before, after)
  const changes: Change[] = changesSchema.parse(found)
  const back: Difference[] = changes
  expect(back).toEqual(found)
})
