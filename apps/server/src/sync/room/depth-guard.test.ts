import { limits } from '@colophon/protocol'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { layoutOf } from '../update/layout.js'
import { createAdmission } from './admission.js'
import { createRecordState } from './record-state.js'

test('[A6] types are nested so deep and no deeper, in one update or in one for each', () => {
  const { deepen, updates, doc } = openWriter(1)
  deepen(limits.typeDepth)
  const single = openRecord()
  for (const update of updates) single.take(update)
  const whole = Y.encodeStateAsUpdate(doc)
  openRecord().take(whole)

  deepen(1)
  const tooDeep = updates.at(-1) ?? new Uint8Array()
  expect(() => single.take(tooDeep)).toThrow('deeper than anybody could read')
  expect(() => openRecord().take(Y.encodeStateAsUpdate(doc))).toThrow('deeper than anybody could read')
})

test('[A6] a letter before each type on the way does not hide how deep it goes', () => {
  openRecord().take(textsBehindLetters(limits.typeDepth))
  expect(() => openRecord().take(textsBehindLetters(limits.typeDepth + 1))).toThrow('deeper than anybody could read')
})

test('[A6] people who take turns go no deeper together than one of them', () => {
  const [ada, grace] = [openWriter(1), openWriter(2)]
  const record = openRecord()
  for (let level = 0; level < limits.typeDepth; level += 1) {
    const [writer, other] = level % 2 === 0 ? [ada, grace] : [grace, ada]
    const update = writer.deepen(1)
    record.take(update)
    Y.applyUpdate(other.doc, update)
  }
  expect(() => record.take(ada.deepen(1))).toThrow('deeper than anybody could read')
})

test.each([
  ['still in the journal', (doc: Y.Doc) => stored(Y.encodeStateAsUpdate(doc))],
  ['folded, and not read again since', (doc: Y.Doc) => stored(Y.encodeStateAsUpdate(doc), true)],
])('[A6] closing a record and opening it again makes no room for more, what came before being %s', (_how, store) => {
  const { deepen, doc } = openWriter(1)
  const nearly = limits.typeDepth - 3
  deepen(nearly)
  const record = openRecord(store(doc))
  record.take(deepen(3))
  expect(() => record.take(deepen(1))).toThrow('deeper than anybody could read')
})

test('[A6] what is refused leaves no trace: the record goes on as if it had never come', () => {
  const record = openRecord()
  const mallory = openWriter(1)
  const grace = openWriter(2)
  mallory.deepen(limits.typeDepth + 5)
  expect(() => record.take(Y.encodeStateAsUpdate(mallory.doc))).toThrow('deeper than anybody could read')
  for (let level = 0; level < limits.typeDepth; level += 1) record.take(grace.deepen(1))
  // The same client id, this time in good faith.
  const again = openWriter(1)
  record.take(again.deepen(10))
})

test('[A6] how much is written beside and after one another is no matter', () => {
  const doc = Object.assign(new Y.Doc(), { clientID: 1 })
  const record = openRecord()
  const fragment = doc.getXmlFragment('slot:A')
  doc.on('update', (update: Uint8Array) => record.take(update))
  for (let line = 0; line < 2_000; line += 1) {
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    fragment.insert(line % 3 === 0 ? fragment.length : Math.floor(fragment.length / 2), [paragraph])
    paragraph.insert(0, [text])
    text.insert(0, 'words')
  }
  expect(record.state.clockOf(1)).toBeGreaterThan(10_000)
})

function stored(update: Uint8Array, isLaidOut = false) {
  if (isLaidOut) return { snapshot: update, layout: layoutOf(update), updates: [] }
  return { snapshot: Y.encodeStateAsUpdate(new Y.Doc()), layout: undefined, updates: [update] }
}

function openRecord(record = stored(Y.encodeStateAsUpdate(new Y.Doc()))) {
  const state = createRecordState(record)
  const admission = createAdmission({ state, owners: new Map(), announcerOf: () => undefined })
  const waiting: (() => void)[] = []
  let taken = 0
  return {
    state,
    /** Half of it is durable at once, the rest a little later. */
    take(update: Uint8Array): void {
      const verdict = admission.judge(update, undefined)
      if (verdict.kind !== 'new') throw new Error(`Nothing was new: ${verdict.kind}`)
      taken += 1
      waiting.push(() => state.add(verdict.news))
      if (taken % 2 === 1) return
      for (const add of waiting.splice(0)) add()
      admission.settled()
    },
  }
}

/** Somebody who puts elements into one another. */
function openWriter(clientID: number) {
  const doc = Object.assign(new Y.Doc(), { clientID })
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, _from: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
    if (local) updates.push(update)
  })

  function innermost(): Y.XmlFragment {
    let parent: Y.XmlFragment = doc.getXmlFragment('tree')
    for (let child = last(parent); child !== undefined; child = last(parent)) parent = child
    return parent
  }

  return {
    doc,
    updates,
    /** @returns what that changed */
    deepen(levels: number): Uint8Array {
      for (let level = 0; level < levels; level += 1) innermost().insert(0, [new Y.XmlElement('p')])
      return levels === 1 ? (updates.at(-1) ?? new Uint8Array()) : Y.mergeUpdates(updates.slice(-levels))
    },
  }
}

function textsBehindLetters(levels: number): Uint8Array {
  const doc = Object.assign(new Y.Doc(), { clientID: 1 })
  let text = doc.getText('text')
  for (let level = 0; level < levels; level += 1) {
    const inner = new Y.Text()
    text.insert(0, 'x')
    text.insertEmbed(1, inner)
    text = inner
  }
  return Y.encodeStateAsUpdate(doc)
}

function last(parent: Y.XmlFragment): Y.XmlElement | undefined {
  return parent.toArray().findLast((child) => child instanceof Y.XmlElement)
}
