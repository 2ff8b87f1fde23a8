import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { proseSchema, slotExtensions } from '../extensions.js'
import { blocksSlice, lineSlice, plainSlice } from './markdownSlice.js'

const prose = getSchema(proseSchema(null))
const ways = { next: () => false, previous: () => false, leave: () => false }
const line = getSchema(slotExtensions({ form: 'inline', gap: '', ways, onEditSource: () => undefined }))

test.each([
  ['## Heading', ['heading']],
  ['- one\n- two\n', ['bulletList']],
  ['- [x] done\n- [ ] open', ['taskList']],
  ['| a | b |\n|---|--:|\n| 1 | 2 |', ['table']],
  ['```ts\nlet a\n```\n\nand *more*', ['codeBlock', 'paragraph']],
  ['> so', ['blockquote']],
  ['See [the notes](notes.md).', ['paragraph']],
  ['A <kbd>K</kbd> key', ['paragraph']],
  ['<details>\nkept\n</details>', ['markdown']],
])('[M1] %j is pasted as %j', (text, types) => {
  const slice = blocksSlice(text, prose)
  const found: string[] = []
  slice?.content.forEach(({ type }) => {
    found.push(type.name)
  })
  expect(found).toEqual(types)
})

test('[M1] a table keeps the alignment of its columns when it is pasted', () => {
  const table = blocksSlice('| a | b |\n|---|--:|\n| 1 | 2 |', prose)?.content.firstChild
  expect(table?.child(1).child(1).attrs.align).toBe('right')
})

test.each(['Ada\nGrace\nLin', 'one_two_three * 4 < 5', 'https://example.org/a', ''])(
  '%j says no more than its lines, which stay lines',
  (text) => {
    expect(blocksSlice(text, prose)).toBeNull()
    expect(lineSlice(text, line)).toBeNull()
  },
)

test('text as it is has a paragraph for each line, with every character', () => {
  const { content } = plainSlice('# not a heading\r\n\n**nor bold**', prose)
  expect(content.textBetween(0, content.size, '\n')).toBe('# not a heading\n**nor bold**')
  expect(content.childCount).toBe(2)
})

test('[T4] Markdown becomes one line in a one-line slot, and nothing in it becomes a block', () => {
  const slice = lineSlice('2026. A **bold**\nstart\n\n- no list', line)
  expect(slice?.content.textBetween(0, slice.content.size)).toBe('2026. A bold start - no list')
  expect(slice?.content.child(1).marks.map(({ type }) => type.name)).toEqual(['bold'])
})

test('[M4] what nests too deep to be read is text', () => {
  expect(blocksSlice('> '.repeat(5_000), prose)).toBeNull()
})
