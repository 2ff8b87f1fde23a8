import { expect, test } from 'vitest'
import { keyCaps, matches } from './keys.js'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test('[U1] mod is Command on a Mac and Ctrl elsewhere', () => {
  expect(matches('mod+k', press('k', { ctrlKey: true }), false)).toBe(true)
  expect(matches('mod+k', press('k', { metaKey: true }), true)).toBe(true)
  expect(matches('mod+k', press('k', { ctrlKey: true }), true)).toBe(false)
  expect(matches('mod+k', press('k'), false)).toBe(false)
})

test('[U1] a symbol is taken as typed, whatever Shift does on that layout', () => {
  expect(matches('?', press('?', { shiftKey: true }), false)).toBe(true)
  expect(matches('/', press('/', { shiftKey: true }), false)).toBe(true)
  expect(matches('n', press('N', { shiftKey: true }), false)).toBe(false)
})

test('[U1] Shift with mod is another key', () => {
  expect(matches('mod+z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
  expect(matches('shift+mod+z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
})

test('[U1] a key held with another modifier is left to the browser', () => {
  expect(matches('n', press('n', { ctrlKey: true }), false)).toBe(false)
  expect(matches('n', press('n', { altKey: true }), false)).toBe(false)
})

test('keys are written as they are marked on the machine', () => {
  expect(keyCaps('shift+mod+z', true)).toEqual(['⇧', '⌘', 'Z'])
  expect(keyCaps('mod+k', false)).toEqual(['Ctrl', 'K'])
})
