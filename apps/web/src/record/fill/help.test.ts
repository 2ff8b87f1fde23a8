import type { Slot, SlotForm, SlotKind } from '@colophon/template'
import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { fillStrings as strings } from '#strings/recordFill'
import { slotExtensions } from '../editor/extensions.js'
import { helpFor, isWanted } from './help.js'
import { slotText } from './slotText.js'

const nobody = { me: 'Ada Lovelace', others: [] }
const around = { dayStyle: 'iso', statuses: ['Done'], period: undefined } as const
const slot = (kind: SlotKind): Slot => ({ key: 'X', form: 'plain', kind, label: 'X', group: null })
const isHelped = (kind: SlotKind, text: string) => isWanted(slot(kind), helpFor(slot(kind), text, around, nobody))

test('[U6] an empty slot of any kind is helped; one that says what it should is left alone', () => {
  for (const kind of ['text', 'date', 'link', 'duration', 'percent', 'count', 'status', 'person'] as const)
    expect(isHelped(kind, ' ')).toBe(true)
  expect(isHelped('text', 'anything')).toBe(false)
  expect(isHelped('duration', '6 weeks')).toBe(false)
  expect(isHelped('duration', 'long')).toBe(true)
  expect(isHelped('status', 'Done')).toBe(false)
  expect(isHelped('person', 'Grace')).toBe(false)
})

test('[U6] a date can always be picked, and a web address always be opened', () => {
  expect(isHelped('date', '2026-11-22')).toBe(true)
  expect(helpFor(slot('link'), 'https://example.org', around, nobody).address).toBe('https://example.org')
  expect(helpFor(slot('text'), 'https://example.org', around, nobody).address).toBeUndefined()
})

test('[U6] a slot that is not there any more is offered nothing', () => {
  expect(helpFor(slot('date'), '', undefined, nobody).offers).toEqual([])
})

test('[U6] help goes by the words of a line, and of prose by how it begins', () => {
  expect(textIn('plain', 'two words')).toBe('two words')
  expect(textIn('prose', strings.notApplicable)).toBe(strings.notApplicable)
  expect(textIn('prose', 'x'.repeat(10_000)).length).toBeLessThan(100)
  expect(slotText({ state: stateOf('prose', []), isEmpty: true }, 'prose')).toBe('')
})

test('[U6] a slot that holds something without words is not empty', () => {
  const { schema } = stateOf('prose', [])
  const table = schema.nodes.horizontalRule?.create()
  expect(slotText({ state: stateOf('prose', table === undefined ? [] : [table]), isEmpty: false }, 'prose')).not.toBe(
    '',
  )
})

function textIn(form: SlotForm, text: string): string {
  const { schema } = stateOf(form, [])
  const line = schema.node('paragraph', null, schema.text(text))
  return slotText({ state: stateOf(form, [line]), isEmpty: false }, form)
}

function stateOf(form: SlotForm, content: readonly Node[]): EditorState {
  const ways = { next: () => false, previous: () => false, leave: () => false }
  const schema =
    content[0]?.type.schema ?? getSchema(slotExtensions({ form, gap: '', ways, onEditSource: () => undefined }))
  const doc = schema.node('doc', null, content.length === 0 ? [schema.node('paragraph')] : [...content])
  return EditorState.create({ doc })
}
