import { expect, test } from 'vitest'
import { createSavedCounter } from './saved-counter.js'

test('[D1] the count follows what is durable, and is news only when it has moved', () => {
  const saved = createSavedCounter()
  expect([saved.received(), saved.received(), saved.received()]).toEqual([1, 2, 3])
  expect(saved.news()).toBeUndefined()
  saved.durable(2, false)
  expect([saved.news(), saved.news()]).toEqual([2, undefined])
  saved.durable(3, false)
  expect(saved.news()).toBe(3)
})

test('[S6] the count stops before a refused frame until a whole answer covers it', () => {
  const saved = createSavedCounter()
  saved.durable(saved.received(), false)
  saved.refused(saved.received())
  saved.durable(saved.received(), false)
  expect(saved.news()).toBe(1)
  saved.durable(saved.received(), true)
  expect(saved.news()).toBe(4)
})

test('[S6] an answer covers what was refused before it, and nothing after', () => {
  const saved = createSavedCounter()
  saved.refused(saved.received())
  const answer = saved.received()
  saved.refused(saved.received())
  saved.durable(answer, true)
  expect(saved.news()).toBe(2)
  saved.durable(saved.received(), false)
  expect(saved.news()).toBeUndefined()
  saved.durable(saved.received(), true)
  expect(saved.news()).toBe(5)
})
