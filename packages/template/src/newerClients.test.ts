import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { rootScope } from './document.js'
import { addItem, itemsOf, moveItem, removeItem } from './items.js'
import { newerClients } from './newerClients.js'
import type { Template } from './template.js'
import { firstText, undoing } from './testing/edits.js'
import { recordOf, type } from './testing/records.js'
import { setTicked } from './ticked.js'

const source = '# {{NAME}} of {{STEP_2}}\n\n{{PLAN}}\n\n- [ ] {{STEP_1}}\n- [ ] {{STEP_2}}\n\nBy {{NAME}}.\n'

type Change = (template: Template, doc: Y.Doc) => void

/** Who changed what of a record since it was seeded and named, each under their own client id in turn: 11, 12, … */
function since(...changes: Change[]): Record<string, readonly number[]> {
  const { template, doc } = recordOf(source)
  doc.clientID = 10
  type(doc, template, 'NAME', 'Plan')
  type(doc, template, 'STEP_1', 'look')
  const known = Y.encodeStateVector(doc)
  changes.forEach((change, i) => {
    doc.clientID = 11 + i
    change(template, doc)
  })
  return Object.fromEntries(newerClients(template, doc, known))
}

function textIn(doc: Y.Doc, key: string): Y.XmlText {
  const text = firstText(rootScope(doc).fragment(key))
  if (text === undefined) throw new Error(`${key} has no text`)
  return text
}

test('[G3] who wrote in a slot is told by the slot, and nobody from before', () => {
  expect(
    since(
      (_, doc) => textIn(doc, 'NAME').insert(4, ' B'),
      (_, doc) => textIn(doc, 'NAME').insert(0, 'A '),
      (template, doc) => type(doc, template, 'PLAN', '- one\n  - deep *down*'),
      (template, doc) => type(doc, template, 'STEP_2', 'leap'),
    ),
  ).toEqual({ '@NAME': [11, 12], '@PLAN': [13], '/g1:2@STEP_#': [14] })
})

test('[G3] marks and attributes have their writers, too', () => {
  const asHeading: Change = (_, doc) => {
    const [paragraph] = rootScope(doc).fragment('PLAN').toArray()
    if (paragraph instanceof Y.XmlElement) paragraph.setAttribute('level', '2')
  }
  expect(since((_, doc) => textIn(doc, 'NAME').format(0, 4, { bold: true }), asHeading)).toEqual({
    '@NAME': [11],
    '@PLAN': [12],
  })
})

test('[G3] of one client that goes on writing in one run, what is new counts', () => {
  const { template, doc } = recordOf(source)
  textIn(doc, 'NAME').insert(0, 'ab')
  const known = Y.encodeStateVector(doc)
  textIn(doc, 'NAME').insert(2, 'cd')
  expect([...newerClients(template, doc, known)]).toEqual([['@NAME', [doc.clientID]]])
  expect([...newerClients(template, doc, Y.encodeStateVector(doc))]).toEqual([])
})

test('[G3] deleting leaves no author, and what was deleted again counts for nobody', () => {
  expect(
    since(
      (_, doc) => textIn(doc, 'NAME').delete(0, 2),
      (_, doc) => {
        textIn(doc, 'PLAN').insert(0, 'gone')
        textIn(doc, 'PLAN').delete(0, 4)
      },
      (_, doc) => removeItem(rootScope(doc), 'g1', '2'),
      (_, doc) => {
        const [step] = itemsOf(rootScope(doc), 'g1')
        if (step === undefined) return
        setTicked(step.scope, 't1', true)
        setTicked(step.scope, 't1', undefined)
      },
    ),
  ).toEqual({})
})

test('[G3] who ticked, added or moved is told by the tick and by the item', () => {
  expect(
    since(
      (_, doc) => {
        const [step] = itemsOf(rootScope(doc), 'g1')
        if (step !== undefined) setTicked(step.scope, 't1', true)
      },
      (template, doc) => {
        const group = template.groups.get('g1')
        if (group !== undefined) addItem(template, rootScope(doc), group, 2, 'new')
      },
      (_, doc) => moveItem(rootScope(doc), 'g1', '2', 0),
    ),
  ).toEqual({ '/g1:2': [13], '/g1:1@t1': [11], '/g1:new': [12], '/g1:new@STEP_#': [12] })
})

test('[G3] an undo is a change by whoever undid', () => {
  expect(
    since((template, doc) => {
      const undo = undoing(template, doc)
      removeItem(rootScope(doc), 'g1', '1')
      undo.undo()
    }),
  ).toEqual({ '/g1:1': [11], '/g1:1@STEP_#': [11] })
})

test('[G3] what is damaged has what writers it has', () => {
  expect(
    since(
      (_, doc) => doc.getMap('group:g1').set('bare', new Y.Map()),
      (_, doc) => itemsOf(rootScope(doc), 'g1').at(-1)?.scope.ticks()?.set('t1', new Y.Map()),
    ),
  ).toEqual({ '/g1:bare': [11], '/g1:2@t1': [12] })
})

test('[G3] what is no state vector is refused', () => {
  const { template, doc } = recordOf(source)
  expect(() => newerClients(template, doc, new Uint8Array([5]))).toThrow()
})
