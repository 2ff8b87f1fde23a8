import { expect, test } from 'vitest'
import { readScalar, writeScalar } from './scalar.js'
import { parseFile, spanOf } from './syntax.js'

test('a node stands where its source does, and nowhere where no parser made it', () => {
  const [, list] = parseFile('# a\n\n- b\n- c\n').children
  expect(list && spanOf(list)).toEqual({ start: 5, end: 12, first: 2, last: 3 })
  expect(spanOf({ type: 'break' })).toEqual({ start: 0, end: 0, first: 0, last: 0 })
})

test('a YAML value is what it says, or as it stands where it is none', () => {
  expect(readScalar(' plain ')).toBe('plain')
  expect(readScalar('"a\\tb"')).toBe('a\tb')
  expect(readScalar("'it''s'")).toBe("it's")
  expect(readScalar('"open')).toBe('"open')
})

test('[T4] a YAML value is quoted where it would not stay what it is', () => {
  expect(writeScalar('Release 1.0')).toBe('Release 1.0')
  for (const text of ['a: b', '[a', 'a #b', '', '- x', 'a, b', "'"])
    expect(writeScalar(text)).toBe(JSON.stringify(text))
})
