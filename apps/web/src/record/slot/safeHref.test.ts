import { expect, test } from 'vitest'
import { safeHref } from './safeHref.js'

test.each(['https://example.org/a', 'http://a', 'mailto:a@b', 'tel:+44', '../docs/a.md', '#x', '/a:b', 'a.md#x:y'])(
  '[A8] %s can be followed',
  (href) => expect(safeHref(href)).toBe(href),
)

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:x',
  ' javascript:x',
  'java\nscript:x',
  '\u0001javascript:x',
  'data:text/html,x',
  'vbscript:x',
  '',
  ' ',
  7,
  null,
])('[A8] %j is never followed', (href) => expect(safeHref(href)).toBeUndefined())
