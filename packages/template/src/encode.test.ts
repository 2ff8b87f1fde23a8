import { describe, expect, test } from 'vitest'
import { decodeText, encodeText } from './encode.js'
import type { Context } from './outline.js'

const alone = { before: '', after: '' }

const contexts: Record<string, Context> = {
  'a block': { kind: 'block' },
  'a line': { kind: 'inline', cell: false, atBreak: false, nested: false },
  'a link’s text': { kind: 'linkText', cell: false },
  'a link’s target': { kind: 'linkTarget' },
  'a link’s title': { kind: 'linkTitle' },
  'double quotes': { kind: 'yaml', style: 'double' },
  'single quotes': { kind: 'yaml', style: 'single' },
  'plain YAML': { kind: 'yaml', style: 'plain' },
  'a YAML block': { kind: 'yaml', style: 'raw' },
  code: { kind: 'code', fence: '', cell: false },
  'code in a cell': { kind: 'code', fence: '', cell: true },
  'a code block': { kind: 'code', fence: '```', cell: false },
  HTML: { kind: 'html' },
}

describe('[T4] what is written in a context reads back from it', () => {
  test.each(Object.entries(contexts))('in %s', (_, context) => {
    for (const text of ['plain', 'it\'s a "b" <c> & `d` | \\', '&amp; &#65; &#x41;', '(a) ]( b', '-- x -->', '```']) {
      expect(decodeText(context, encodeText(context, text, alone))).toBe(text)
    }
  })
})

test('[T4] a pipe ends no cell, whatever it stands in', () => {
  expect(encodeText({ kind: 'linkText', cell: true }, 'a|b', alone)).toBe('a\\|b')
  expect(encodeText({ kind: 'code', fence: '', cell: true }, 'a|b', alone)).toBe('a&#124;b')
})

test('[T4] a space ends an attribute without quotes, and so is written as its number there', () => {
  expect(encodeText({ kind: 'html' }, 'a b', { before: '=', after: '>' })).toBe('a&#32;b')
  expect(encodeText({ kind: 'html' }, 'a b', { before: '"', after: '"' })).toBe('a b')
})

test('[T7] what no rule can decode is taken as it stands', () => {
  expect(decodeText({ kind: 'yaml', style: 'double' }, 'C:\\quite')).toBe('C:\\quite')
  expect(decodeText({ kind: 'yaml', style: 'double' }, 'a\\tb')).toBe('a\tb')
  expect(decodeText({ kind: 'html' }, '&#9999999; &#65;')).toBe('&#9999999; A')
})
