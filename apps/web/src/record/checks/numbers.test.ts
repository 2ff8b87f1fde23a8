import { expect, test } from 'vitest'
import { readCount, readPercent } from './numbers.js'

test.each([
  ['96.4 %', 96.4],
  ['~96,4 percent', 96.4],
  ['100%', 100],
  ['1,204 %', 1204],
  ['96.4', undefined],
  ['p99 84 ms', undefined],
  ['5 of 6', undefined],
])('[U8] the share of “%s” is %s', (text, share) => {
  expect(readPercent(text, false)).toBe(share)
})

test('[U8] a bare number is a share where the slot says so', () => {
  expect([readPercent('104', true), readPercent('104 lines', true)]).toEqual([104, undefined])
})

test.each([
  ['54', 54],
  ['1,204 in all', 1204],
  ['54 (2 critical)', 54],
  ['none', undefined],
  ['12–14', undefined],
  ['96 %', undefined],
  ['3/4', undefined],
  ['2.5', undefined],
])('[U8] “%s” counts %s', (text, count) => {
  expect(readCount(text)).toBe(count)
})
