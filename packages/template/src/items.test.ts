import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { rootScope } from './document.js'
import { implementationRecord } from './implementationRecord.js'
import { addItem, itemsOf, moveItem, removeItem } from './items.js'
import { parseTemplate } from './parse.js'
import { printRecord } from './print.js'
import { readRecord } from './read.js'
import { slotFragment } from './recordOf.js'
import { fuzz } from './testing/fuzz.js'
import { recordOf, seeded, type } from './testing/records.js'

const template = parseTemplate(implementationRecord)
const phases = template.groups.get('g1')
const tasks = template.groups.get('g1.1')
if (phases === undefined || tasks === undefined) throw new Error('the built-in template has phases and tasks')

const names = (doc: Y.Doc) =>
  [...printRecord(template, doc).matchAll(/^### Phase (\d+): (.*?)(?: ✅)?$/gm)].map(
    (match) => `${match[1]} ${match[2]}`,
  )

function sync(...docs: Y.Doc[]): void {
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc))
  for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update)
}

test('[T6] an added item is untouched and printed with its number', () => {
  const doc = seeded(template)
  addItem(template, rootScope(doc), phases, 1)
  expect(names(doc)).toEqual([1, 2, 3, 4].map((k) => `${k} {{PHASE_${k}_NAME}}`))
  expect(printRecord(template, doc)).toContain(
    '- [✅] {{P4_TASK_3}} - Completed {{P4_TASK_3_DATE}} ({{P4_TASK_3_DURATION}})',
  )
})

test('[T6] items are numbered by their place, and a move takes the values along', () => {
  const doc = seeded(template)
  type(doc, template, 'PHASE_1_NAME', 'one')
  type(doc, template, 'PHASE_3_NAME', 'three')
  moveItem(rootScope(doc), 'g1', '3', 0)
  expect(names(doc)).toEqual(['1 three', '2 one', '3 {{PHASE_3_NAME}}'])
  moveItem(rootScope(doc), 'g1', '3', 0)
  moveItem(rootScope(doc), 'g1', 'nobody', 1)
  moveItem(rootScope(doc), 'g1', '3', 9)
  expect(names(doc)).toEqual(['1 one', '2 {{PHASE_2_NAME}}', '3 three'])
})

test('[T6] what somebody types in an item while another moves it is kept', () => {
  const [a, b] = [seeded(template), seeded(template)]
  moveItem(rootScope(a), 'g1', '1', 2)
  type(b, template, 'P1_TASK_2', 'typed meanwhile')
  sync(a, b)
  expect(printRecord(template, a)).toBe(printRecord(template, b))
  expect(printRecord(template, a)).toContain('- [✅] typed meanwhile - Completed {{P3_TASK_2_DATE}}')
})

test('[T6] items added at one place at once all stay, in one order for everybody, with room between them', () => {
  const [a, b] = [seeded(template), seeded(template)]
  addItem(template, rootScope(a), phases, 1, 'from-a')
  addItem(template, rootScope(b), phases, 1, 'from-b')
  sync(a, b)
  const order = itemsOf(rootScope(a), 'g1').map((item) => item.id)
  expect(order).toEqual(['1', 'from-a', 'from-b', '2', '3'])
  expect(itemsOf(rootScope(b), 'g1').map((item) => item.id)).toEqual(order)
  addItem(template, rootScope(a), phases, 2, 'between')
  expect(itemsOf(rootScope(a), 'g1').map((item) => item.id)).toEqual(['1', 'from-a', 'between', 'from-b', '2', '3'])
})

test('[T6] replicas agree after any additions, moves and removals', () => {
  const step = fc.record({
    replica: fc.nat(2),
    what: fc.constantFrom('add', 'move', 'remove', 'type', 'sync'),
    at: fc.nat(6),
    to: fc.nat(6),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const docs = [seeded(template), seeded(template), seeded(template)]
      steps.forEach(({ replica, what, at, to }, i) => {
        const doc = docs[replica]
        if (doc === undefined) return
        const root = rootScope(doc)
        const items = itemsOf(root, 'g1')
        const item = items[at % Math.max(1, items.length)]
        if (what === 'add') addItem(template, root, phases, at, `item-${i}`)
        if (what === 'move' && item) moveItem(root, 'g1', item.id, to % items.length)
        if (what === 'remove' && item) removeItem(root, 'g1', item.id)
        if (what === 'type' && item) type(doc, template, `PHASE_${(at % items.length) + 1}_NAME`, `name ${i}`)
        if (what === 'sync') sync(...docs)
      })
      sync(...docs)
      sync(...docs)
      const prints = docs.map((doc) => printRecord(template, doc))
      expect(new Set(prints).size).toBe(1)
      expect(readRecord(template, prints[0] ?? '').problems).toEqual([])
    }),
    fuzz(30),
  )
}, 60_000)

test('[T6] a group without items leaves no gap behind, and is read as one', () => {
  const doc = seeded(template)
  for (const item of itemsOf(rootScope(doc), 'g1')) removeItem(rootScope(doc), 'g1', item.id)
  const printed = printRecord(template, doc)
  expect(printed).toContain('## Implementation Details\n\n## Technical Implementation\n')
  expect(readRecord(template, printed)).toMatchObject({ problems: [], values: { groups: { g1: [] } } })
})

test('an undo brings a removed item back with all it held', () => {
  const doc = seeded(template)
  type(doc, template, 'P2_TASK_1', 'kept')
  const before = printRecord(template, doc)
  const undo = new Y.UndoManager(doc.getMap('group:g1'))
  removeItem(rootScope(doc), 'g1', '2')
  expect(printRecord(template, doc)).not.toBe(before)
  undo.undo()
  expect(printRecord(template, doc)).toBe(before)
})

test('a damaged item is printed as far as it goes, and nothing is added to it', () => {
  const doc = seeded(template)
  doc.getMap('group:g1').set('odd', 'no item')
  doc.getMap('group:g1').set('bare', new Y.Map())
  const [bare] = itemsOf(rootScope(doc), 'g1')
  expect(bare?.id).toBe('bare')
  expect(names(doc)).toHaveLength(4)
  expect(() => bare && addItem(template, bare.scope, tasks)).toThrow(/has lost its g1\.1/)
  moveItem(rootScope(doc), 'g1', '1', 0)
  addItem(template, rootScope(doc), phases, 1)
  expect(names(doc)).toHaveLength(5)
})

test('a slot is found by the name it prints as', () => {
  const doc = seeded(template)
  type(doc, template, 'P2_TASK_3', 'found')
  expect(slotFragment(doc, 'P2_TASK_3').toString()).toContain('found')
  expect(slotFragment(doc, 'FEATURE_NAME')).toBe(rootScope(doc).fragment('FEATURE_NAME'))
  expect(() => slotFragment(doc, 'P9_TASK_1')).toThrow(RangeError)
  expect(() => slotFragment(doc, 'NOBODY')).toThrow(/no slot \{\{NOBODY\}\}/)
})

test('[T6] an item added between equal keys stands where it was put, even when the keys are none', () => {
  for (const key of ['a1', '', '!']) {
    const { template: steps, doc } = recordOf('- {{STEP_1}}\n- {{STEP_2}}\n- {{STEP_3}}\n')
    const group = steps.groups.get('g1')
    doc.getMap<Y.Map<unknown>>('group:g1').forEach((item) => {
      item.set('order', key)
    })
    if (group !== undefined) addItem(steps, rootScope(doc), group, 2, 'new')
    expect(itemsOf(rootScope(doc), 'g1').map((item) => item.id)).toEqual(['1', '2', 'new', '3'])
  }
})
