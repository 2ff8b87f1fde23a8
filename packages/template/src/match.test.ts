import { expect, test } from 'vitest'
import { matchLine } from './match.js'
import type { Line, Part, SlotPart } from './outline.js'
import { parseTemplate } from './parse.js'
import { unambiguous } from './unambiguous.js'
import { unitAt } from './units.js'

const partsOf = (source: string): readonly Part[] =>
  parseTemplate(source).outline.flatMap((node) =>
    node.type === 'line' ? node : node.item.filter((one): one is Line => one.type === 'line'),
  )[0]?.parts ?? []

const isSlot = (part: Part): part is SlotPart => part.type === 'slot'

const read = (source: string, text: string) =>
  matchLine(partsOf(source), text)?.map((capture) =>
    'source' in capture ? capture.source : 'done' in capture ? capture.done : capture.index,
  ) ?? null

test('a value is as short as the words after it allow, but code and links are whole', () => {
  expect(read('{{A}} to {{B}}', 'a to b to c')).toEqual(['a', 'b to c'])
  expect(read('{{A}} to {{B}}', '`a to b` to c')).toEqual(['`a to b`', 'c'])
})

test('a line of more characters than anybody writes is read without regard to its markup', () => {
  expect(read('{{A}} to {{B}}', `\`a to b\` to ${'c'.repeat(10_000)}`)?.[0]).toBe('`a')
})

test('an index ends the value before it', () => {
  expect(read('- {{STEP_1}}: 1\n- {{STEP_2}}: 2', '- x: 7')).toEqual(['x', 7])
  expect(read('- a{{STEP_1}}1\n- a{{STEP_2}}2', '- ax7')).toEqual(['x', 7])
  expect(read('- a{{STEP_1}}1\n- a{{STEP_2}}2', '- ax')).toBeNull()
})

test('a mark at a heading’s end is read after an index as after a value', () => {
  const source = '## Step 1 ✅\n{{STEP_1}}\n\n## Step 2 ✅\n{{STEP_2}}'
  expect(read(source, '## Step 4 ✅')).toEqual([4, true])
  expect(read(source, '## Step 4')).toEqual([4, false])
  expect(read(source, '## Step 4 and so on ✅')).toBeNull()
})

test('a box is a box only where it stands in the template', () => {
  expect(read('- [ ] {{A}}', '- [x] a')).toEqual([true, 'a'])
  expect(read('- [ ] {{A}}', '- a [x]')).toBeNull()
})

test('two values with nothing between them cannot be told apart', () => {
  const [slot] = partsOf('{{A}} x').filter(isSlot)
  expect(slot && matchLine([slot, slot], 'a')).toBeNull()
})

test('a line that begins and ends like one of the template need not be one', () => {
  expect(read('ab{{A}}ba', 'abba')).toEqual([''])
  expect(read('ab{{A}}ba', 'aba')).toBeNull()
  expect(read('only words', 'only words and only words')).toBeNull()
  expect(read('a {{A}} b {{B}}', 'a x ')).toBeNull()
})

test('an escape or a numbered character is one unit', () => {
  expect(unitAt({ kind: 'block' }, '\\*x', 0)).toBe('\\*')
  expect(unitAt({ kind: 'html' }, '&#x3c;x', 0)).toBe('&#x3c;')
  expect(unitAt({ kind: 'html' }, '👩x', 0)).toBe('👩')
})

test('what a line can never be read from is printed as it is', () => {
  const parts = partsOf('a {{A}}')
  const [slot] = parts.filter(isSlot)
  expect(slot && unambiguous(parts, [{ part: slot, text: 'x', filled: true }], () => 'other')).toBe('other')
})

test('an unquoted YAML value has the template’s words, or is none', () => {
  const line = parseTemplate('---\na: x {{A}} y\n---\n').outline.find(
    (node): node is Line => node.type === 'line' && node.number === 1,
  )
  expect(line && matchLine(line.parts, 'a: "x 1 y"')).toMatchObject([{ source: '1' }])
  expect(line && matchLine(line.parts, 'a: z')).toBeNull()
})
