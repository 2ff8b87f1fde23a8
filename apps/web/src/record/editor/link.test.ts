import { expect, test } from 'vitest'
import { addressesIn } from './link.js'

test.each([
  ['https://example.org', ['https://example.org']],
  [
    'See https://example.org/a?b=c#d, then (http://example.org/e).',
    ['https://example.org/a?b=c#d', 'http://example.org/e'],
  ],
  ['javascript:alert(1) and example.org', []],
  ['**https://example.org/bold**', ['https://example.org/bold']],
])('[A8] what is pasted as %j links %j', (text, expected) => {
  const found = addressesIn(text)
  expect(found.map((address) => address.text)).toEqual(expected)
  for (const address of found) expect(text.slice(address.index, address.index + address.text.length)).toBe(address.text)
})
