import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { completeness } from './completeness.js'
import { rootScope } from './document.js'
import { implementationRecord } from './implementationRecord.js'
import { addItem, removeItem } from './items.js'
import type { OutlineNode, Part } from './outline.js'
import { slotPath } from './paths.js'
import { slotTexts } from './slotTexts.js'
import { anyEdit, edit } from './testing/edits.js'
import { fuzz } from './testing/fuzz.js'
import { filled, recordOf, seeded, type } from './testing/records.js'
import { anyTemplate } from './testing/templates.js'

test('[G3] a state lists texts, ticks and items once, in the order of the page, as plain data', () => {
  const { template, doc } = filled(
    '---\nby: "{{LEAD}}"\n---\n\n# {{NAME}}\n\nBy {{LEAD}}.\n\n## Steps of {{NAME}}\n\n- [✅] {{STEP_1}} on {{STEP_1_DATE}}\n- [✅] {{STEP_2}} on {{STEP_2_DATE}}\n\nFirst {{STEP_1}}.\n\n- [ ] Told **all**\n  of them\n',
    { LEAD: 'Ada "the" Lead', NAME: 'a *bold* plan', STEP_2: 'look' },
  )
  const texts = slotTexts(template, doc)
  expect(texts).toEqual([
    { kind: 'slot', path: '@LEAD', label: 'Lead', where: '', text: 'Ada "the" Lead' },
    { kind: 'slot', path: '@NAME', label: 'Name', where: '', text: 'a *bold* plan' },
    { kind: 'item', path: '/g1:1', label: 'Step 1', where: 'Steps of a bold plan', group: '/g1', number: 1, title: '' },
    { kind: 'tick', path: '/g1:1@t1', label: '[Step] on [Step date]', where: 'Step 1', done: true },
    { kind: 'slot', path: '/g1:1@STEP_#', label: 'Step', where: 'Step 1', text: '' },
    { kind: 'slot', path: '/g1:1@STEP_#_DATE', label: 'Step date', where: 'Step 1', text: '' },
    {
      kind: 'item',
      path: '/g1:2',
      label: 'Step 2',
      where: 'Steps of a bold plan',
      group: '/g1',
      number: 2,
      title: 'look',
    },
    { kind: 'tick', path: '/g1:2@t1', label: 'look on [Step date]', where: 'Step 2', done: true },
    { kind: 'slot', path: '/g1:2@STEP_#', label: 'Step', where: 'Step 2', text: 'look' },
    { kind: 'slot', path: '/g1:2@STEP_#_DATE', label: 'Step date', where: 'Step 2', text: '' },
    { kind: 'tick', path: '@t1', label: 'Told all of them', where: 'Steps of a bold plan', done: false },
  ])
  expect(JSON.parse(JSON.stringify(texts))).toEqual(texts)
})

test('[G3] nothing that a template can be filled in with is left out', () => {
  fc.assert(
    fc.property(fc.oneof(anyTemplate, fc.constant(implementationRecord)), fc.array(anyEdit), (source, edits) => {
      const { template, doc } = recordOf(source)
      for (const change of edits) edit(template, doc, change)
      const texts = slotTexts(template, doc)
      const pathsOf = (kind: string) => texts.filter((held) => held.kind === kind).map(({ path }) => path)
      const slots = completeness(template, doc).slots.map(({ slot, scope }) => slotPath(scope.path, slot.key))
      expect(pathsOf('slot').sort()).toEqual(slots.sort())
      const ids = new Set(pathsOf('tick').map((path) => path.slice(path.lastIndexOf('@'))))
      const untouched = slotTexts(template, seeded(template)).filter(({ kind }) => kind === 'tick')
      expect(new Set(untouched.map(({ path }) => path)).size).toBe(ticksOf(template.outline))
      expect(ids.size).toBeLessThanOrEqual(untouched.length)
      expect(new Set(texts.map(({ kind, path }) => `${kind} ${path}`)).size).toBe(texts.length)
    }),
    fuzz(60),
  )
}, 60_000)

/** How many ticks an untouched record of a template has. */
function ticksOf(nodes: readonly OutlineNode[]): number {
  const inParts = (parts: readonly Part[]): number => parts.filter(({ type }) => type === 'tick').length
  return nodes
    .map((node) => (node.type === 'group' ? node.count * ticksOf(node.item) : inParts(node.parts)))
    .reduce((sum, count) => sum + count, 0)
}

test('[G3] a slot of an item that is not there, and one that a damaged item lacks, are empty or left out', () => {
  const { template, doc } = recordOf('# {{NAME}} ({{STEP_2}})\n\n- [ ] {{STEP_1}}\n- [ ] {{STEP_2}}\n')
  removeItem(rootScope(doc), 'g1', '2')
  doc.getMap('group:g1').set('bare', new Y.Map())
  expect(slotTexts(template, doc)).toMatchObject([
    { path: '@NAME', where: '' },
    { kind: 'item', path: '/g1:bare', where: '' },
    { kind: 'tick', done: false },
    { path: '/g1:bare@STEP_#', where: 'Step 1', text: '' },
    { kind: 'item', path: '/g1:1' },
    { kind: 'tick' },
    { path: '/g1:1@STEP_#' },
  ])
})

test('[G3] an item is known by the first of its texts that says something', () => {
  const { template, doc } = recordOf(implementationRecord)
  const group = template.groups.get('g1')
  if (group !== undefined) addItem(template, rootScope(doc), group, 0, 'new')
  type(doc, template, 'P1_TASK_2_DATE', '1 May')
  type(doc, template, 'P1_TASK_3', '![](x.png)')
  const titles = slotTexts(template, doc).flatMap((held) => (held.kind === 'item' ? [held.title] : []))
  expect(titles.slice(0, 5)).toEqual(['', '', '1 May', '', ''])
})
