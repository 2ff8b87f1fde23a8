import { expect, test } from 'vitest'
import { MarkdownError, unlessRefused } from './errors.js'
import { parseInline } from './inline.js'
import { checkLimits, maxDepth, maxLength } from './limits.js'
import { markdownToProse, parseProse } from './markdown.js'
import { newFragment } from './testing/documents.js'
import { samples } from './testing/samples.js'

/** Why a text is refused; nothing when it is not. */
function refusal(read: () => void): string | undefined {
  return unlessRefused<string | undefined>(
    () => {
      read()
      return undefined
    },
    ({ code }) => code,
  )
}

const megabyte = 1_048_576
const hostile = [
  '[',
  '![',
  '[a](',
  '[[]',
  '*a ',
  'a*',
  '*a_ ',
  '**',
  '_a',
  'a~',
  '`a',
  '<',
  '<a ',
  '<!--',
  'a<!--',
  'a<?',
  'a<!A ',
  'a<![CDATA[',
  '&',
  '&a',
  '\\',
  '>',
  '> ',
  '- ',
  '1. ',
  '* ',
  '|a',
  'a\n',
  'a\n\n',
  '- a\n',
  '[a]: b\n',
  '[^',
  '[^a]',
  '](',
  'a@',
  'www.',
  'http://',
  '-',
  '=',
  '[\n',
  '(',
  '"',
  '](<',
  '|\n|-',
  '😀',
  '\u0000',
  '> - ',
]

test.each(hostile)('[M4] a megabyte of %j is refused before it is parsed', (piece) => {
  const text = piece.repeat(Math.ceil(megabyte / piece.length))
  expect(refusal(() => checkLimits(text))).toMatch(/^too-(?:large|deep)$/)
  expect(refusal(() => parseProse(text))).toMatch(/^too-(?:large|deep)$/)
  expect(refusal(() => parseInline(text))).toMatch(/^too-(?:large|deep)$/)
})

test.each([
  ['emphasis that may close', 'a*'.repeat(20_000)],
  ['emphasis that never matches', '*a_ '.repeat(5_000)],
  ['brackets in brackets', '['.repeat(8_000) + ']'.repeat(8_000)],
  ['HTML that never ends', 'a<?'.repeat(7_000)],
  ['items', '- a\n'.repeat(12_000)],
  ['backticks of all lengths', Array.from({ length: 400 }, (_, length) => '`'.repeat(length + 1)).join(' ')],
  ['addresses', 'a@b.'.repeat(20_000)],
  ['links', 'www.a.b/( '.repeat(5_000)],
  ['calls of footnotes', '[^1] '.repeat(8_000)],
  ['escapes', '\\\\'.repeat(40_000)],
  ['cells', `${'|a'.repeat(10_000)}\n${'|-'.repeat(10_000)}`],
])('[M4] what takes the square of its length is refused early: %s', (_name, text) => {
  expect(refusal(() => parseProse(text))).toBe('too-large')
})

test.each([
  ['quotes', '> '.repeat(20_000)],
  ['quotes without spaces', '>'.repeat(20_000)],
  ['items on one line', '1. '.repeat(200)],
  ['items by indentation', Array.from({ length: 120 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n')],
])('[M4] %s nested too deep are refused', (_name, text) => {
  expect(refusal(() => parseProse(text))).toBe('too-deep')
})

test('[M4] what people write is not refused', () => {
  const all = Object.values(samples).join('\n\n')
  expect(refusal(() => checkLimits(all.repeat(12)))).toBeUndefined()
  expect(refusal(() => checkLimits('> '.repeat(maxDepth)))).toBeUndefined()
  expect(
    refusal(() => checkLimits(`\`\`\`\n${'const x = f(a[1], *b, _c) // [2]\n'.repeat(1_000)}\`\`\``)),
  ).toBeUndefined()
  expect(refusal(() => checkLimits('- a\n  - b\n'.repeat(300)))).toBeUndefined()
  expect(maxLength).toBeGreaterThan(200_000)
})

test('[M4] a megabyte that says nothing special is answered', () => {
  expect(parseProse('a. '.repeat(megabyte / 4).trim())[0]?.type).toBe('paragraph')
  expect(parseProse(' '.repeat(megabyte))).toEqual([])
  expect(parseInline('\n'.repeat(megabyte))).toEqual([])
})

test('[M4] a refusal names the line from which on it is too much', () => {
  const line = (text: string) =>
    unlessRefused(
      () => checkLimits(text),
      (error) => error.line,
    )
  expect(line(`a\n\nb\n\n${'['.repeat(60_000)}`)).toBe(5)
  expect(line(`a\nb\n${'> '.repeat(101)}`)).toBe(3)
  expect(line('a'.repeat(maxLength + 1))).toBe(1)
})

test('[M4] a refused text changes nothing', () => {
  const fragment = newFragment()
  markdownToProse('before', fragment)
  expect(refusal(() => markdownToProse('> '.repeat(200), fragment))).toBe('too-deep')
  expect(fragment.toString()).toBe('<paragraph>before</paragraph>')
})

test('[M4] an error says what happened and what to do', () => {
  const cause = new RangeError('stack')
  const error = new MarkdownError('too-deep', { cause })
  expect(error).toMatchObject({ name: 'MarkdownError', code: 'too-deep', cause })
  expect(error.message).toMatch(/was not read.*Nothing was changed.*try again/)
  expect(new MarkdownError('too-large').message).toMatch(/too large/)
  expect(() =>
    unlessRefused(
      () => {
        throw cause
      },
      () => undefined,
    ),
  ).toThrow(cause)
})
