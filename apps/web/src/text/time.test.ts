import { expect, test } from 'vitest'
import { exactTime, relativeTime } from './time.js'

// Noon of a local day, so that the test says the same in every time zone.
const now = new Date(2026, 2, 18, 12, 0, 0).getTime()
const minute = 60_000
const hour = 60 * minute
const ago = (ms: number) => relativeTime(new Date(now - ms).toISOString(), now)

test.each([
  [0, 'just now'],
  [44_000, 'just now'],
  [-5 * minute, 'just now'],
  [46_000, '1 minute ago'],
  [59 * minute, '59 minutes ago'],
  [59.6 * minute, '1 hour ago'],
  [3 * hour, '3 hours ago'],
  [11 * hour, '11 hours ago'],
  [13 * hour, 'yesterday'],
  [3 * 24 * hour, '3 days ago'],
  [8 * 24 * hour, '10 March'],
])('%d ms ago reads %s', (ms, words) => {
  expect(ago(ms)).toBe(words)
})

test('another year is named', () => {
  expect(relativeTime(new Date(2024, 11, 24, 9).toISOString(), now)).toBe('24 December 2024')
})

test('just after midnight an hour ago is an hour ago, not yesterday', () => {
  const night = new Date(2026, 2, 18, 0, 30).getTime()
  expect(relativeTime(new Date(night - hour).toISOString(), night)).toBe('1 hour ago')
})

test('what is no time is shown as nothing', () => {
  expect([relativeTime('soon', now), exactTime('')]).toEqual(['', ''])
})
