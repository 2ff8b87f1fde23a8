import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { completeness } from './completeness.js'
import { rootScope, unplaced } from './document.js'
import { fillRecord } from './fill.js'
import { fingerprint } from './fingerprint.js'
import { implementationRecord } from './implementationRecord.js'
import { addItem, itemsOf, moveItem, removeItem } from './items.js'
import { parseTemplate } from './parse.js'
import { printRecord } from './print.js'
import { readRecord } from './read.js'
import { slotTexts } from './slotTexts.js'
import type { Template } from './template.js'
import { anyEdit, edit, firstText, placeIn, sights, undoing } from './testing/edits.js'
import { fuzz } from './testing/fuzz.js'
import { anyFilling, fillWith, recordOf, seeded, typeCharacters } from './testing/records.js'
import { anyTemplate } from './testing/templates.js'

const anySource = fc.oneof(
  { weight: 5, arbitrary: anyTemplate },
  { weight: 1, arbitrary: fc.constant(implementationRecord) },
)
const anyEdits = fc.array(anyEdit, { maxLength: 8 })

type Filling = Parameters<typeof fillWith>[2]

function recordWith(source: string, filling: Filling): { template: Template; doc: Y.Doc } {
  const { template, doc } = recordOf(source)
  fillWith(template, doc, filling)
  return { template, doc }
}

/** A copy that knows nothing but these updates. */
function copyOf(...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

/** Says whether a change alters the fingerprint, and sees to it that an undo brings the old one back. */
function alters(template: Template, doc: Y.Doc, change: () => void): boolean {
  const before = fingerprint(template, doc)
  const undo = undoing(template, doc)
  doc.transact(change)
  const after = fingerprint(template, doc)
  undo.undo()
  expect(fingerprint(template, doc)).toBe(before)
  undo.redo()
  expect(fingerprint(template, doc)).toBe(after)
  undo.destroy()
  return after !== before
}

test('[G3] a character typed or taken away in any slot alters the fingerprint, and an undo brings it back', () => {
  fc.assert(
    fc.property(anyTemplate, anyFilling, fc.nat(), (source, filling, at) => {
      const { template, doc } = recordWith(source, filling)
      for (const { slot, scope } of completeness(template, doc).slots) {
        const text = firstText(scope.fragment(slot.key))
        if (text === undefined) continue
        const place = placeIn(text, at)
        expect([slot.key, alters(template, doc, () => text.insert(place, 'Q'))]).toEqual([slot.key, true])
        expect([slot.key, alters(template, doc, () => text.delete(place, 1))]).toEqual([slot.key, true])
      }
    }),
    fuzz(40),
  )
}, 60_000)

test('[G3] marks alter the fingerprint wherever a slot can hold them, and an undo brings it back', () => {
  const marks = [{ bold: {} }, { italic: {} }, { strike: {} }, { code: {} }, { link: { href: 'https://example.org/' } }]
  fc.assert(
    fc.property(anySource, fc.nat(), fc.constantFrom(...marks), (source, which, mark) => {
      const { template, doc } = recordOf(source)
      const { slots } = completeness(template, doc)
      const state = slots[which % Math.max(1, slots.length)]
      const text = firstText(state?.scope.fragment(state.slot.key))
      if (state === undefined || text === undefined) return
      text.insert(0, 'three plain words')
      const altered = alters(template, doc, () => text.format(6, 5, mark))
      expect([state.slot, altered]).toEqual([state.slot, state.slot.form !== 'plain'])
    }),
    fuzz(150),
  )
}, 60_000)

test('[G3] every tick alters the fingerprint', () => {
  fc.assert(
    fc.property(anySource, (source) => {
      const { template, doc } = recordOf(source)
      sights(template, doc, 'tick').forEach((_, which) => {
        expect(alters(template, doc, () => edit(template, doc, { kind: 'tick', which, at: 0 }))).toBe(true)
      })
    }),
    fuzz(60),
  )
}, 60_000)

test('[G3] an item added, removed or moved alters the fingerprint', () => {
  fc.assert(
    fc.property(anySource, fc.nat(3), fc.nat(3), (source, from, to) => {
      const { template, doc } = recordOf(source)
      // Items that print alike may change places unseen.
      completeness(template, doc).slots.forEach(({ placeholder }, i) => {
        typeCharacters(doc, template, placeholder.slice(2, -2), `value ${i}`)
      })
      for (const { group, place } of sights(template, doc, 'item')) {
        const { scope } = place
        const whole = template.groups.get(group.id)
        const { length } = itemsOf(scope, group.id)
        const chosen = itemsOf(scope, group.id)[from % length]
        if (whole === undefined || chosen === undefined) continue
        const isMove = from % length !== to % length
        expect(alters(template, doc, () => addItem(template, scope, whole, to))).toBe(true)
        removeItem(scope, group.id, itemsOf(scope, group.id).find(({ id }) => id.includes('-'))?.id ?? '')
        expect(alters(template, doc, () => moveItem(scope, group.id, chosen.id, to % length))).toBe(isMove)
        expect(alters(template, doc, () => removeItem(scope, group.id, chosen.id))).toBe(true)
        return
      }
    }),
    fuzz(60),
  )
}, 60_000)

test('[G3] undoing all that was done brings the fingerprint and the texts back', () => {
  fc.assert(
    fc.property(anySource, anyFilling, anyEdits, (source, filling, edits) => {
      const { template, doc } = recordWith(source, filling)
      const before = [fingerprint(template, doc), slotTexts(template, doc)]
      const undo = undoing(template, doc)
      for (const change of edits) {
        edit(template, doc, change)
        undo.stopCapturing()
      }
      while (undo.undoStack.length > 0) undo.undo()
      expect([fingerprint(template, doc), slotTexts(template, doc)]).toEqual(before)
    }),
    fuzz(100),
  )
}, 60_000)

test('[G3] neither passing updates on, nor in what order or how often, nor folding them, alters the fingerprint', () => {
  fc.assert(
    fc.property(anySource, anyFilling, anyEdits, fc.array(fc.nat()), (source, filling, edits, order) => {
      const { template, doc } = recordOf(source)
      const updates = [Y.encodeStateAsUpdate(doc)]
      doc.on('update', (update) => updates.push(update))
      fillWith(template, doc, filling)
      for (const change of edits) edit(template, doc, change)
      const expected = said(template, doc)
      const shuffled = [
        ...order.map((i) => updates[i % updates.length] ?? new Uint8Array([0, 0])),
        ...updates,
      ].reverse()
      const folded = Y.mergeUpdates(updates)
      const uncollected = new Y.Doc({ gc: false })
      for (const update of shuffled) Y.applyUpdate(uncollected, update)
      const copies = [
        copyOf(...updates),
        copyOf(...shuffled),
        copyOf(folded),
        copyOf(Y.encodeStateAsUpdate(copyOf(folded))),
        copyOf(Y.convertUpdateFormatV2ToV1(Y.encodeStateAsUpdateV2(uncollected))),
        uncollected,
      ]
      for (const copy of copies) expect(said(template, copy)).toEqual(expected)
    }),
    fuzz(60),
  )
}, 60_000)

test('[G3] looking at a record, and opening what is empty in it, leaves the fingerprint as it is', () => {
  fc.assert(
    fc.property(anySource, anyFilling, (source, filling) => {
      const { template, doc } = recordWith(source, filling)
      const before = fingerprint(template, doc)
      completeness(template, doc)
      slotTexts(template, doc)
      doc.getXmlFragment('slot:NOBODY').toString()
      doc.getMap('group:g9').toJSON()
      doc.getText('elsewhere').insert(0, 'a comment')
      unplaced(doc).push([{ line: 1, text: 'no place', reason: 'none' }])
      for (const { slot, scope, filled } of completeness(template, doc).slots) {
        const fragment = scope.fragment(slot.key)
        // An editor that is opened on an empty text gives it a paragraph.
        if (!filled && fragment?.length === 0) fragment.insert(0, [new Y.XmlElement('paragraph')])
      }
      rootScope(doc).ticks().set('t99', true)
      expect(fingerprint(template, doc)).toBe(before)
    }),
    fuzz(60),
  )
}, 60_000)

test('[G3] a record that is exported and imported again has the same fingerprint', () => {
  fc.assert(
    fc.property(anySource, anyFilling, anyEdits, (source, filling, edits) => {
      const { template, doc } = recordWith(source, filling)
      for (const change of edits) edit(template, doc, change)
      const again = seeded(template)
      fillRecord(template, again, readRecord(template, printRecord(template, doc)).values)
      expect(fingerprint(template, again)).toBe(fingerprint(template, doc))
    }),
    fuzz(100),
  )
}, 60_000)

test('[G3] the sign-off lines are not covered, whatever stands in them', () => {
  const template = parseTemplate(implementationRecord)
  const doc = seeded(template)
  const before = fingerprint(template, doc)
  const signoffs = { qa: { name: 'Somebody', date: '2026-10-31' } }
  expect(printRecord(template, doc, { signoffs })).toContain('Somebody')
  fillRecord(template, doc, readRecord(template, printRecord(template, doc, { signoffs })).values)
  expect(fingerprint(template, doc)).toBe(before)
  expect(before).toMatch(/^[0-9a-f]{64}$/)
})

function said(template: Template, doc: Y.Doc): unknown[] {
  return [fingerprint(template, doc), slotTexts(template, doc)]
}
