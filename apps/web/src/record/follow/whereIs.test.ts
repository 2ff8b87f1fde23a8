import { expect, test } from 'vitest'
import { whereIs } from './whereIs.js'

const [ada, grace] = [
  { id: 'a', name: 'Ada' },
  { id: 'g', name: 'Grace' },
]
const places = (...at: [string, (typeof ada)[]][]) => new Map(at)

test('[U8] somebody is where they write, or nowhere', () => {
  expect(whereIs(grace, places(['@A', [ada]], ['@B', [ada, grace]])).at).toBe('@B')
  expect(whereIs(grace, places(['@A', [ada]])).at).toBeNull()
})

test('[U8] of two places the one they came to last counts, until they leave it', () => {
  const first = whereIs(grace, places(['@A', [grace]]))
  const both = whereIs(grace, places(['@A', [grace]], ['@B', [grace]]), first)
  expect(both.at).toBe('@B')
  expect(whereIs(grace, places(['@A', [grace]], ['@B', [grace]]), both).at).toBe('@B')
  expect(whereIs(grace, places(['@A', [grace]]), both).at).toBe('@A')
})
