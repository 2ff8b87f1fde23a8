import { expect, test } from 'vitest'
import { readSignInSearch } from './signInSearch.js'

test.each(['/', '/records/abc', '/records/abc?x=1#slot=NAME'])('%s is come back to after signing in', (to) => {
  expect(readSignInSearch({ to })).toEqual({ to })
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '/a\\b',
  '/\t/evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/sign-in?to=/',
  '',
  7,
  undefined,
])('[A8] %j is not followed', (to) => {
  expect(readSignInSearch({ to })).toEqual({})
})
