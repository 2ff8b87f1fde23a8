import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { rootScope, undoScope, unplaced } from './document.js'
import { TemplateMismatch } from './errors.js'
import { fillRecord } from './fill.js'
import { itemsOf } from './items.js'
import { printRecord } from './print.js'
import { fillTitle, recordTemplate, recordTitle, slotFragment } from './recordOf.js'
import { placeSlot } from './resolve.js'
import { recordOf, seeded, type } from './testing/records.js'

describe('the template of a record', () => {
  test('comes from the record itself, and is parsed once while it is in use', () => {
    const { template, doc } = recordOf('# {{A}}\n')
    expect(recordTemplate(doc).source).toBe(template.source)
    expect(recordTemplate(seeded(template))).toBe(recordTemplate(doc))
  })

  test('is forgotten when sixteen others were used since', () => {
    const { doc } = recordOf('# {{A}}, kept for a while\n')
    const first = recordTemplate(doc)
    for (let i = 1; i < 16; i += 1) recordTemplate(recordOf(`# {{A}} ${i}\n`).doc)
    expect(recordTemplate(doc)).toBe(first)
    for (let i = 1; i <= 16; i += 1) recordTemplate(recordOf(`# {{A}} again ${i}\n`).doc)
    expect(recordTemplate(doc)).not.toBe(first)
  })

  test('is missing from a document that is no record, which is refused', () => {
    const doc = new Y.Doc()
    doc.getMap('record').set('template', 7)
    expect(() => recordTemplate(doc)).toThrow(TemplateMismatch)
  })
})

describe('the title of a record', () => {
  test('is what stands in the title slot', () => {
    const { template, doc } = recordOf('# {{NAME}} - Record\n')
    expect(recordTitle(template, doc)).toBe('')
    fillTitle(template, doc, 'Rate *limits*')
    expect(recordTitle(template, doc)).toBe('Rate *limits*')
    expect(printRecord(template, doc)).toBe('# Rate \\*limits\\* - Record\n')
  })

  test('is empty and cannot be set where the template has no slot for it', () => {
    const { template, doc } = recordOf('Words about {{A}}.\n')
    fillTitle(template, doc, 'Name')
    expect(recordTitle(template, doc)).toBe('')
    expect(printRecord(template, doc)).toBe('Words about {{A}}.\n')
  })
})

describe('a slot', () => {
  test('of the record stays the record’s, whatever item is named', () => {
    const { template, doc } = recordOf('# {{NAME}}\n')
    const [slot] = template.slots.values()
    expect(slot && placeSlot(slot, rootScope(doc), [1])).toMatchObject({ placeholder: '{{NAME}}' })
    expect(slot && placeSlot(slot, rootScope(doc), [1]).fragment).toBe(slotFragment(doc, 'NAME'))
  })

  test('[T5] of the record is one value inside items, too', () => {
    const { template, doc } = recordOf('- {{STEP_1}} by {{WHO}}\n- {{STEP_2}} by {{WHO}}\n')
    type(doc, template, 'WHO', 'Ada')
    expect(printRecord(template, doc)).toBe('- {{STEP_1}} by Ada\n- {{STEP_2}} by Ada\n')
  })
})

describe('filling', () => {
  test('leaves alone what is not named, and what the template does not know', () => {
    const { template, doc } = recordOf('# {{A}}\n\n- {{STEP_1}}\n- {{STEP_2}}\n')
    fillRecord(template, doc, { slots: { A: 'Name' } })
    fillRecord(template, doc, {})
    fillRecord(template, doc, { slots: { NOBODY: 'x' }, groups: { g7: [] } })
    expect(printRecord(template, doc)).toBe('# Name\n\n- {{STEP_1}}\n- {{STEP_2}}\n')
  })

  test('passes over slots that a damaged item has lost', () => {
    const { template, doc } = recordOf('- {{STEP_1}}\n- {{STEP_2}}\n')
    const group = doc.getMap('group:g1')
    group.clear()
    group.set('bare', new Y.Map())
    fillRecord(template, doc, { groups: { g1: [{ slots: { 'STEP_#': 'lost' }, ticks: {}, groups: {}, sources: {} }] } })
    expect(printRecord(template, doc)).toBe('- {{STEP_1}}\n')
    expect(itemsOf(rootScope(doc), 'g1')).toHaveLength(1)
  })
})

test('[U2] one undo reaches slots, groups, ticks and unplaced lines', () => {
  const { template, doc } = recordOf('# {{A}}\n\n- [ ] b\n\n1. {{STEP_1}}\n2. {{STEP_2}}\n')
  const undo = new Y.UndoManager(undoScope(doc, template.slots.keys(), template.groups.keys()), { captureTimeout: 0 })
  const before = printRecord(template, doc)
  unplaced(doc).push([{ line: 1, text: 'x', reason: 'y' }])
  doc.getMap('ticks').set('t1', true)
  doc.getMap('group:g1').delete('2')
  fillTitle(template, doc, 'Name')
  expect(printRecord(template, doc)).toBe('# Name\n\n- [x] b\n\n1. {{STEP_1}}\n')
  while (undo.canUndo()) undo.undo()
  expect(printRecord(template, doc)).toBe(before)
  expect(unplaced(doc).length).toBe(0)
})
