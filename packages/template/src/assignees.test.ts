import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { assign } from './assign.js'
import { assigneeOf, assigneesOf } from './assignees.js'
import { assigneeMap } from './document.js'
import { fingerprint } from './fingerprint.js'
import { implementationRecord } from './implementationRecord.js'
import { newerClients } from './newerClients.js'
import { slotPath } from './paths.js'
import { printRecord } from './print.js'
import { slotTexts } from './slotTexts.js'
import { sights, undoing } from './testing/edits.js'
import { fuzz } from './testing/fuzz.js'
import { recordOf } from './testing/records.js'
import { anyTemplate } from './testing/templates.js'

const paths = ['@NAME', '@PLAN', '/g1:1@STEP_#', '/g1:2@STEP_#']
const people = ['ada', 'grace', null]

const anyChange = fc.record({
  on: fc.nat(2),
  paths: fc.subarray(paths),
  person: fc.constantFrom(...people),
  /** Whether the replicas are brought together afterwards, the first with this one. */
  exchanges: fc.boolean(),
})

test('[U6] replicas that heard of the same assignments agree, whatever came in what order', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 12 }), (changes) => {
      const docs = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID }))
      for (const { on, paths: chosen, person, exchanges } of changes) {
        const doc = docs[on]
        const [first] = docs
        if (doc === undefined || first === undefined) continue
        assign(doc, chosen, person)
        for (const path of chosen) expect(assigneeOf(doc, path)).toBe(person ?? undefined)
        if (exchanges) exchange(doc, first)
      }
      for (const a of docs) for (const b of docs) exchange(a, b)
      const [said, ...others] = docs.map((doc) => [...assigneesOf(doc)].sort())
      for (const other of others) expect(other).toEqual(said)
    }),
    fuzz(200),
  )
})

test('[U6] [G3] an assignment is no part of what prints: file, fingerprint, texts and authors stay as they are', () => {
  fc.assert(
    fc.property(fc.oneof(anyTemplate, fc.constant(implementationRecord)), fc.nat(), (source, which) => {
      const { template, doc } = recordOf(source)
      const before = [printRecord(template, doc), fingerprint(template, doc), slotTexts(template, doc)]
      const known = Y.encodeStateVector(doc)
      const slots = sights(template, doc, 'slot').map(({ placed }) => slotPath(placed.scope.path, placed.slot.key))
      assign(doc, slots.slice(which % (slots.length + 1)), 'ada')
      expect([printRecord(template, doc), fingerprint(template, doc), slotTexts(template, doc)]).toEqual(before)
      expect(newerClients(template, doc, known).size).toBe(0)
    }),
    fuzz(60),
  )
}, 60_000)

test('[U6] what is so already is not written again', () => {
  const { doc } = recordOf('{{NAME}} {{PLAN}}\n')
  assign(doc, ['@NAME'], 'ada')
  let updates = 0
  doc.on('update', () => {
    updates += 1
  })
  assign(doc, ['@NAME'], 'ada')
  assign(doc, ['@PLAN'], null)
  expect(updates).toBe(0)
  assign(doc, ['@NAME', '@PLAN'], 'grace')
  expect(updates).toBe(1)
  expect([...assigneesOf(doc).values()]).toEqual(['grace', 'grace'])
})

test('[U6] whatever another replica put in the place of a person is nobody', () => {
  const { doc } = recordOf('{{NAME}}\n')
  for (const [i, value] of ['', 7, null, { id: 'ada' }, new Y.Map()].entries()) {
    assigneeMap(doc).set(`@${i}`, value)
    expect(assigneeOf(doc, `@${i}`)).toBeUndefined()
  }
  expect(assigneesOf(doc).size).toBe(0)
})

test('[U2] an undo takes an assignment back, and not what somebody else has made of it since', () => {
  const { template, doc } = recordOf('{{NAME}} {{PLAN}}\n')
  const colleague = new Y.Doc()
  const undo = undoing(template, doc)
  assign(doc, ['@NAME', '@PLAN'], 'ada')
  exchange(doc, colleague)
  assign(colleague, ['@PLAN'], 'grace')
  exchange(colleague, doc)
  undo.undo()
  expect([...assigneesOf(doc)]).toEqual([['@PLAN', 'grace']])
  undo.redo()
  expect(assigneeOf(doc, '@NAME')).toBe('ada')
})

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a), 'elsewhere')
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b), 'elsewhere')
}
