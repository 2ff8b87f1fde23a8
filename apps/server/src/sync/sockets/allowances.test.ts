import { expect, test } from 'vitest'
import { createAllowances } from './allowances.js'

test('[A7] each address has an allowance of its own', () => {
  const allowances = createAllowances({ burst: 2, perSecond: 0.001 })
  expect([1, 2, 3].map(() => allowances.take('192.0.2.1') > 0)).toEqual([false, false, true])
  expect(allowances.take('192.0.2.2')).toBe(0)
})

test('[A1] no more of them are remembered than were asked for, whoever comes', () => {
  const allowances = createAllowances({ burst: 1, perSecond: 0.001 }, 3)
  for (const key of ['a', 'b', 'c', 'a', 'd']) allowances.take(key)
  // The one that had been away for longest was forgotten.
  expect([allowances.take('a') > 0, allowances.take('d') > 0, allowances.take('b') > 0]).toEqual([true, true, false])
})
