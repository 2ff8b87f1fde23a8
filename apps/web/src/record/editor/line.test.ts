import { getSchema } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { slotExtensions } from './extensions.js'
import { onOneLine } from './line.js'

const ways = { next: () => false, previous: () => false, leave: () => false }
const schema = getSchema(slotExtensions({ form: 'inline', gap: '', ways, onEditSource: () => undefined }))
const pasted = (...paragraphs: object[][]) => {
  const content = paragraphs.map((nodes) => ({ type: 'paragraph', content: nodes }))
  return Slice.maxOpen(schema.nodeFromJSON({ type: 'doc', content }).content)
}

test('[T4] what is pasted into a text slot is put on one line', () => {
  const slice = onOneLine(pasted([{ type: 'text', text: 'one\ntwo' }], [{ type: 'text', text: 'three' }]), schema)
  expect(slice.content.textBetween(0, slice.content.size)).toBe('one two three')
  expect(slice.content.firstChild?.isText).toBe(true)
})

test('a line break that is pasted becomes a space, and marks are kept', () => {
  const bold = { type: 'text', text: 'bold', marks: [{ type: 'bold' }] }
  const slice = onOneLine(pasted([bold, { type: 'hardBreak' }, { type: 'text', text: 'plain' }]), schema)
  expect(slice.content.toJSON()).toEqual([bold, { type: 'text', text: ' plain' }])
})
