import fc from 'fast-check'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { changesBetween, differences, type RecordState } from './differences.js'
import { rootScope, setFinalNewline } from './document.js'
import { fingerprint } from './fingerprint.js'
import { addItem, itemsOf, moveItem, removeItem } from './items.js'
import { slotTexts } from './slotTexts.js'
import type { Template } from './template.js'
import { anyEdit, edit, sights } from './testing/edits.js'
import { fuzz } from './testing/fuzz.js'
import { anyFilling, fillWith, recordOf, type } from './testing/records.js'
import { anyTemplate } from './testing/templates.js'
import { setTicked } from './ticked.js'

const source = `# {{NAME}}

## Plan
{{PLAN}}

### Phase 1: {{PHASE_1_NAME}} ✅
- [✅] {{P1_TASK_1}} ({{P1_TASK_1_DATE}})
- [✅] {{P1_TASK_2}} ({{P1_TASK_2_DATE}})

### Phase 2: {{PHASE_2_NAME}} ✅
- [✅] {{P2_TASK_1}} ({{P2_TASK_1_DATE}})
- [✅] {{P2_TASK_2}} ({{P2_TASK_2_DATE}})

### Phase 3: {{PHASE_3_NAME}} ✅
- [✅] {{P3_TASK_1}} ({{P3_TASK_1_DATE}})
- [✅] {{P3_TASK_2}} ({{P3_TASK_2_DATE}})

## Result of {{NAME}}
{{RESULT}}
`

const stateOf = (template: Template, doc: Y.Doc): RecordState => ({
  fingerprint: fingerprint(template, doc),
  texts: slotTexts(template, doc),
})

/** What a change of a record with named phases makes different. */
function changed(change: (template: Template, doc: Y.Doc) => void) {
  const { template, doc } = recordOf(source)
  type(doc, template, 'PHASE_1_NAME', 'Design')
  type(doc, template, 'PHASE_2_NAME', 'Roll-out')
  type(doc, template, 'P2_TASK_1', 'Tell everybody')
  const before = stateOf(template, doc)
  change(template, doc)
  return changesBetween(before, stateOf(template, doc))
}

test('[G3] a text that changed is told once, with what it said and what it says, wherever it stands', () => {
  expect(
    changed((template, doc) => {
      type(doc, template, 'NAME', 'Rate limits')
      type(doc, template, 'P2_TASK_1', 'Tell *all*')
      type(doc, template, 'RESULT', '- one\n- two')
    }),
  ).toEqual([
    { kind: 'text', path: '@NAME', label: 'Name', where: '', before: '', after: 'Rate limits' },
    {
      kind: 'text',
      path: '/g1:2/g1.1:1@P#_TASK_##',
      label: 'Task',
      where: 'Phase 2, Task 1',
      before: 'Tell everybody',
      after: 'Tell *all*',
    },
    {
      kind: 'text',
      path: '@RESULT',
      label: 'Result',
      where: 'Result of Rate limits',
      before: '',
      after: '- one\n- two',
    },
  ])
})

test('[G3] a tick is told with the line it stands in', () => {
  expect(
    changed((_, doc) => {
      const [, second] = itemsOf(rootScope(doc), 'g1')
      if (second !== undefined) setTicked(second.scope, 't1', false)
    }),
  ).toEqual([{ kind: 'tick', path: '/g1:2@t1', label: 'Phase 2: Roll-out', where: 'Phase 2', done: false }])
})

test('[G3] an item that came is told by itself, and then the texts that came with it', () => {
  const found = changed((template, doc) => {
    const group = template.groups.get('g1')
    if (group !== undefined) addItem(template, rootScope(doc), group, 1, 'new')
    type(doc, template, 'PHASE_2_NAME', 'Trial')
    type(doc, template, 'P2_TASK_2', 'Measure')
  })
  expect(found).toEqual([
    { kind: 'added', path: '/g1:new', label: 'Phase 2', where: 'Plan', title: 'Trial' },
    { kind: 'text', path: '/g1:new@PHASE_#_NAME', label: 'Phase name', where: 'Phase 2', before: null, after: 'Trial' },
    {
      kind: 'text',
      path: '/g1:new/g1.1:2@P#_TASK_##',
      label: 'Task',
      where: 'Phase 2, Task 2',
      before: null,
      after: 'Measure',
    },
  ])
})

test('[G3] an item that is gone stands where it stood, with the texts that went with it', () => {
  const found = changed((template, doc) => {
    removeItem(rootScope(doc), 'g1', '2')
    type(doc, template, 'NAME', 'Rate limits')
    type(doc, template, 'PHASE_2_NAME', 'Review')
  })
  expect(found.map((one) => (one.kind === 'form' ? one : [one.kind, one.path]))).toEqual([
    ['text', '@NAME'],
    ['removed', '/g1:2'],
    ['text', '/g1:2@PHASE_#_NAME'],
    ['text', '/g1:2/g1.1:1@P#_TASK_##'],
    ['text', '/g1:3@PHASE_#_NAME'],
  ])
  expect(found[1]).toEqual({ kind: 'removed', path: '/g1:2', label: 'Phase 2', where: 'Plan', title: 'Roll-out' })
  expect(found[2]).toMatchObject({ before: 'Roll-out', after: null })
})

test('[G3] of items that changed places the fewest are told, with where they were and are', () => {
  expect(changed((_, doc) => moveItem(rootScope(doc), 'g1', '1', 2))).toEqual([
    { kind: 'moved', path: '/g1:1', label: 'Phase 3', where: 'Plan', title: 'Design', from: 1, to: 3 },
  ])
})

test('[G3] an item that was not there before what stood first is gone from the beginning', () => {
  const { template, doc } = recordOf('- {{STEP_1}}\n- {{STEP_2}}\n')
  const before = slotTexts(template, doc)
  for (const { id } of itemsOf(rootScope(doc), 'g1')) removeItem(rootScope(doc), 'g1', id)
  expect(differences(before, slotTexts(template, doc))).toMatchObject([
    { kind: 'removed', label: 'Step 1', title: '' },
    { kind: 'removed', label: 'Step 2' },
  ])
  expect(differences([], before)).toMatchObject([{ kind: 'added' }, { kind: 'added' }])
})

test('[G3] what prints in another form, and says the same, is told as that', () => {
  expect(changed((_, doc) => setFinalNewline(doc, false))).toEqual([{ kind: 'form' }])
})

test('[G3] what prints the same is no change: a placeholder typed into its own slot, items without a text exchanged', () => {
  expect(changed((template, doc) => type(doc, template, 'NAME', '{{NAME}}'))).toEqual([])
  expect(changed((template, doc) => type(doc, template, 'PLAN', '{{PLAN}}'))).toEqual([])
  const { template, doc } = recordOf(source)
  const before = stateOf(template, doc)
  moveItem(rootScope(doc), 'g1', '1', 1)
  const after = stateOf(template, doc)
  expect(changesBetween(before, after)).toEqual([])
  expect(differences(before.texts, after.texts)).toMatchObject([{ kind: 'moved' }])
})

test('[G3] whatever is done to a record, something is told exactly where it prints something else', () => {
  fc.assert(
    fc.property(anyTemplate, anyFilling, fc.array(anyEdit, { maxLength: 6 }), (template, filling, edits) => {
      const { before, after } = edited(template, filling, edits)
      const found = differences(before.texts, after.texts)
      const reordered = found.every(({ kind }) => kind === 'moved' || kind === 'added' || kind === 'removed')
      const differs = before.fingerprint !== after.fingerprint
      expect(differs ? found.length > 0 : reordered).toBe(true)
      expect(changesBetween(before, after)).toEqual(differs ? found : [])
      expect(differences(after.texts, after.texts)).toEqual([])
    }),
    fuzz(150),
  )
}, 60_000)

test('[G3] lists from anywhere are compared, however little they fit together', () => {
  fc.assert(
    fc.property(anyTemplate, anyTemplate, anyFilling, fc.array(anyEdit), (one, other, filling, edits) => {
      const [a, b] = [edited(one, filling, edits).after.texts, edited(other, filling, edits).after.texts]
      const twice = [...b, ...b].reverse()
      for (const found of [differences(a, b), differences(twice, a), differences(a, twice)]) {
        expect(JSON.parse(JSON.stringify(found))).toEqual(found)
      }
    }),
    fuzz(40),
  )
  const item = { kind: 'item', path: '/g1:1', label: 'Step 1', where: '', number: 1, title: '' } as const
  expect(differences([{ ...item, group: '/g1' }], [{ ...item, group: '/g2' }])).toEqual([])
}, 60_000)

function edited(source: string, filling: Parameters<typeof fillWith>[2], edits: readonly Parameters<typeof edit>[2][]) {
  const { template, doc } = recordOf(source)
  fillWith(template, doc, filling)
  const before = stateOf(template, doc)
  for (const change of edits) edit(template, doc, change)
  return { before, after: stateOf(template, doc) }
}

test('[G3] an id that looks like a path is told apart from one', () => {
  const { template, doc } = recordOf(source)
  const group = template.groups.get('g1')
  for (const id of ['1/g1.1:1', '1@PHASE_#_NAME', '1%2f', '1/']) {
    if (group !== undefined) addItem(template, rootScope(doc), group, 9, id)
  }
  const paths = sights(template, doc, 'item').map(({ item }) => item.scope.path)
  expect(new Set(paths).size).toBe(paths.length)
})
