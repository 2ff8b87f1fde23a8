import { expect, test } from 'vitest'
import { dayOf } from './day.js'

const now = new Date(2026, 2, 18, 12, 0, 0).getTime()

test('a day is written without its time, and with its year where that is another', () => {
  expect(dayOf(new Date(2026, 10, 29, 23, 59).toISOString(), now)).toBe('29 November')
  expect(dayOf('2026-01-01', now)).toBe('1 January')
  expect(dayOf('2025-12-31', now)).toBe('31 December 2025')
  expect(dayOf('soon', now)).toBe('')
})
