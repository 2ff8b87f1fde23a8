import { expect, test } from 'vitest'
import { countRefusals } from './refusals.js'

test('[D9] after a copy with something of its own the page begins anew, and after a fresh one it only listens', () => {
  const refusals = countRefusals()
  expect(refusals.refused(true)).toBe('write')
  expect(refusals.refused(false)).toBe('listen')
})

test('[D9] a page whose copy holds only what the server has just sent does not begin anew with another like it', () => {
  expect(countRefusals().refused(false)).toBe('listen')
})

test('[D9] a page that is refused again and again only listens, even where somebody has written in between', () => {
  const refusals = countRefusals()
  const answers = [1, 2, 3, 4].map(() => refusals.refused(true))
  expect(answers).toEqual(['write', 'write', 'write', 'listen'])
})

test('[D9] once something that was written here is stored, what was refused before does not count', () => {
  const refusals = countRefusals()
  for (let day = 1; day <= 10; day += 1) {
    expect(refusals.refused(true)).toBe('write')
    expect(refusals.refused(true)).toBe('write')
    refusals.taken()
  }
})
