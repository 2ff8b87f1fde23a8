import { expect, test } from 'vitest'
import { itemLabel, matchKey, slotName } from './keys.js'
import { slotLabel } from './slots.js'

test('a name is a key’s at certain indices, and only where all its numbers agree', () => {
  expect(matchKey('P#_TASK_##', 'P2_TASK_3')).toEqual([2, 3])
  expect(matchKey('A#_B#', 'A2_B2')).toEqual([2])
  expect(matchKey('A#_B#', 'A1_B2')).toBeNull()
  expect(matchKey('A#', 'A0')).toBeNull()
  expect(matchKey('A', 'A')).toBeNull()
  expect(slotName('P#_TASK_##', [2, 3])).toBe('P2_TASK_3')
})

test('an item is called by the word before its number', () => {
  const slot = (key: string) => ({ key, form: 'plain', kind: 'text', label: '', group: 'g1' }) as const
  expect(itemLabel([slot('PHASE_#_NAME'), slot('P#_X')], 'g1', 1)).toBe('Phase')
  expect(itemLabel([slot('P#')], 'g1', 1)).toBe('Item')
})

test('a slot’s label is its name in words, or the name where it has none', () => {
  expect(slotLabel('P#_TASK_##_DATE')).toBe('Task date')
  expect(slotLabel('API_DOC_LINK')).toBe('API doc link')
  expect(slotLabel('A#')).toBe('A#')
})
