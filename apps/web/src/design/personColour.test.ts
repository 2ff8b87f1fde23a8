import { expect, test } from 'vitest'
import { initials, personColour } from './personColour.js'

test('one id has one colour, and many ids use all of them', () => {
  const colours = new Set(Array.from({ length: 200 }, (_, index) => personColour(`person-${index}`)))
  expect(colours.size).toBe(8)
  expect(personColour('a')).toBe(personColour('a'))
})

test.each([
  ['Ada Lovelace', 'AL'],
  ['ada', 'A'],
  ['Jean-Luc van den Berg', 'JB'],
  ['𝒜da 😀', '𝒜😀'],
  ['', ''],
])('%j is shortened to %j', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
