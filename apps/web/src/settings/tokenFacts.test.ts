import { expect, test } from 'vitest'
import { hasRunOut, tokenFacts } from './tokenFacts.js'

const now = new Date(2026, 2, 10, 12).getTime()
const token = {
  scope: 'write',
  createdBy: { id: 'p1', name: 'Ada' },
  createdAt: '2026-01-02T03:04:05.000Z',
  expiresAt: null,
  lastUsedOn: null,
} as const

test('a token of one’s own says what it may, until when, and that nothing uses it yet', () => {
  expect(tokenFacts(token, true, now)).toEqual(['Read and write', 'until it is revoked', 'never used'])
})

test('somebody else’s token says whose it is; the day of its last use is that day in every time zone', () => {
  const used = { ...token, scope: 'read', expiresAt: new Date(2027, 0, 2, 12).toISOString(), lastUsedOn: '2026-03-01' }
  expect(tokenFacts({ ...used, scope: 'read' }, false, now)).toEqual([
    'Read',
    'of Ada',
    'until 2 January 2027',
    'last used on 1 March',
  ])
})

test('a token that has run out says when', () => {
  const old = { ...token, expiresAt: new Date(2026, 2, 10, 11).toISOString() }
  expect(hasRunOut(old, now)).toBe(true)
  expect(tokenFacts(old, true, now)[1]).toBe('ran out on 10 March')
  expect(hasRunOut({ expiresAt: new Date(now).toISOString() }, now)).toBe(true)
  expect(hasRunOut({ expiresAt: new Date(now + 1).toISOString() }, now)).toBe(false)
})
