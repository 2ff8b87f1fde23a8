import { expect, test } from 'vitest'
import { createAllowance } from './allowance.js'

test('[A7] an allowance lets a burst pass, then as much as comes in each second', () => {
  let now = 0
  const allowance = createAllowance({ burst: 100, perSecond: 10 }, () => now)
  for (let spent = 0; spent < 100; spent += 1) {
    expect(allowance.waitMs).toBe(0)
    allowance.spend(1)
  }
  expect(allowance.waitMs).toBeGreaterThan(0)
  now += allowance.waitMs
  expect(allowance.waitMs).toBe(0)
  allowance.spend(1)
  expect(allowance.waitMs).toBeGreaterThan(50)
})

test('[A7] one dear thing may overdraw it, and is paid off before the next', () => {
  let now = 0
  const allowance = createAllowance({ burst: 100, perSecond: 10 }, () => now)
  allowance.spend(150)
  expect(allowance.waitMs).toBe(5_100)
  now += 5_000
  expect(allowance.waitMs).toBe(100)
  now += 100
  expect(allowance.waitMs).toBe(0)
})

test('[A7] it saves up no more than its burst', () => {
  let now = 0
  const allowance = createAllowance({ burst: 100, perSecond: 10 }, () => now)
  allowance.spend(60)
  expect(allowance.isRested).toBe(false)
  now += 3_600_000
  expect(allowance.isRested).toBe(true)
  allowance.spend(101)
  expect(allowance.waitMs).toBeGreaterThan(0)
})
