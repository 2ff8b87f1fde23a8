import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findAll, firstFrom } from './matches.js'

const words = (text: string, query: string) => findAll(text, query).map(({ start, end }) => text.slice(start, end))

test.each([
  ['Rate limits, rate limited', 'RATE', ['Rate', 'rate']],
  ['one\ntwo\u00a0three', 'one two three', ['one\ntwo\u00a0three']],
  ['İstanbul is İSTANBUL', 'stanbul', ['stanbul', 'STANBUL']],
  ['aaaa', 'aa', ['aa', 'aa']],
  ['Größe GRÖSSE', 'größe', ['Größe']],
  ['a.b', '.', ['.']],
  ['anything', '  ', []],
  ['', 'x', []],
])('in %j, %j finds %j', (text, query, expected) => {
  expect(words(text, query)).toEqual(expected)
})

test('what is cut out of a text is found there, at that place or within another find', () => {
  const text = fc.string({ unit: 'binary' })
  void fc.assert(
    fc.property(
      text,
      text.filter((query) => query.trim() !== ''),
      text,
      (before, query, after) => {
        const asked = query.trim()
        const found = findAll(before + asked + after, asked)
        expect(found.some(({ start, end }) => start <= before.length && before.length < end)).toBe(true)
      },
    ),
  )
})

test('the search goes on from a place, and round', () => {
  const found = findAll('x-x-x', 'x')
  expect([0, 1, 2, 4, 5].map((position) => firstFrom(found, position))).toEqual([0, 1, 1, 2, 0])
})
