import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countWords } from './countWords.js'

test.each([
  ['', 0],
  ['  \n ', 0],
  ['One.', 1],
  ['An e-mail to ada@example.org, today – at 9:30.', 7],
  ['don’t count — dashes', 3],
  ['日本語', 1],
  ['naïve İstanbul', 2],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words)
})

test('texts apart by a space have the sum of their words', () => {
  const text = fc.string({ unit: 'grapheme' })
  void fc.assert(fc.property(text, text, (a, b) => countWords(`${a} ${b}`) === countWords(a) + countWords(b)))
})
