import { expect, test } from 'vitest'
import { say } from './say.js'

test('values take the place of their names', () => {
  expect(say('“{title}” is kept for {days} days.', { title: 'A', days: 30 })).toBe('“A” is kept for 30 days.')
})

test('a message in two forms is chosen by its count', () => {
  const records = { one: '{count} record', other: '{count} records' } as const
  expect([0, 1, 2, 1_200].map((count) => say(records, { count }))).toEqual([
    '0 records',
    '1 record',
    '2 records',
    '1,200 records',
  ])
})

test('a value that looks like a name is left as it is', () => {
  expect(say('{title}', { title: '{count} $& {{SLOT}}' })).toBe('{count} $& {{SLOT}}')
})

test('braces that are no name of the message stay', () => {
  const message: string = 'Keep as {{SLOT}}'
  expect(say(message, {})).toBe(message)
})
