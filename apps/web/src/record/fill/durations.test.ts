import { expect, test } from 'vitest'
import { durationOf } from './durations.js'

test.each([
  [1, '1 day'],
  [13, '13 days'],
  [14, '2 weeks'],
  [18, '2.5 weeks'],
  [60, '8.5 weeks'],
  [181, '26 weeks'],
  [182, '6 months'],
  [365, '12 months'],
])('[U6] %d days are %s', (days, words) => {
  expect(durationOf(days)).toBe(words)
})
