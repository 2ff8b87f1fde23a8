import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { gemoji } from 'gemoji'
import { expect, test } from 'vitest'
import { proseSchema } from '../extensions.js'
import { matching } from './blocks.js'
import { bestOf, spelledBefore } from './emoji.js'
import { answers } from './suggestion.js'

test.each([
  ['Ada Lovelace', 'ada', true],
  ['Ada Lovelace', 'lov', true],
  ['Ada Lovelace', 'ada l', true],
  ['Zoë Ångström', 'zoe', true],
  ['Zoë Ångström', 'ANG', true],
  ['Ada Lovelace', 'elace', false],
  ['Ada Lovelace', '', true],
])('%s answers “%s”: %s', (words, query, expected) => {
  expect(answers(words, query)).toBe(expected)
})

test('what is named comes before what may be meant', () => {
  const offers = [
    { label: 'Task list', also: 'todo checklist' },
    { label: 'Table', also: 'grid' },
    { label: 'Today’s date', also: 'now' },
  ]
  const found = (query: string) => matching(offers, query).map(({ label }) => label)
  expect(found('tod')).toEqual(['Today’s date', 'Task list'])
  expect(found('list')).toEqual(['Task list'])
  expect(found('xyz')).toEqual([])
  expect(found('')).toHaveLength(3)
})

test.each([
  ['tada', 'tada'],
  ['roc', 'rock'],
  ['+1', '+1'],
  ['party', 'partying_face'],
])('the emoji for :%s begin with %s', (query, name) => {
  expect(bestOf(gemoji, query)[0]?.names).toContain(name)
})

const schema = getSchema(proseSchema(null))
const before = (text: string, named?: string, type = 'paragraph') => {
  const doc = schema.nodeFromJSON({ type: 'doc', content: [{ type, content: [{ type: 'text', text }] }] })
  const state = EditorState.create({ doc, selection: TextSelection.atEnd(doc) })
  const found = spelledBefore(state, named)
  return found && doc.textBetween(found.range.from, found.range.to)
}

test('a name between two colons is found right before the caret, and nowhere else', () => {
  expect(before('Done :tada:')).toBe(':tada:')
  expect(before(':tada:')).toBe(':tada:')
  expect(before('Done :tada: so')).toBeNull()
  expect(before('at 10:30:')).toBeNull()
  expect(before('Note:')).toBeNull()
  expect(before('x :tada:', undefined, 'codeBlock')).toBeNull()
})

test('a name is still found when more was typed while the list of emoji was fetched', () => {
  expect(before('Done :tada: so :rocket: on', 'tada')).toBe(':tada:')
  expect(before('Done 🎉 so', 'tada')).toBeNull()
})
