import { expect, test } from 'vitest'
import { createTypedAhead, type PressedKey } from './typedAhead.js'

const bare = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false }
const press = (key: string, modifiers: Partial<PressedKey> = {}) => ({ ...bare, key, ...modifiers })

test('[P8] what is typed before the editor is there is kept in order, and taken once', () => {
  const ahead = createTypedAhead()
  for (const key of ['H', 'é', '😀', 'Enter', ' ']) expect(ahead.press(press(key))).toBe(true)
  expect(ahead.holds()).toBe(true)
  expect(ahead.take()).toEqual(['H', 'é', '😀', 'Enter', ' '])
  expect(ahead.holds()).toBe(false)
  expect(ahead.take()).toEqual([])
})

test('[P8] Backspace takes back what was typed ahead, and nothing that was there before', () => {
  const ahead = createTypedAhead()
  for (const key of ['a', 'Backspace', 'Backspace', 'b']) expect(ahead.press(press(key))).toBe(true)
  expect(ahead.take()).toEqual(['b'])
})

test('[P8] keys that are not of writing are left to the page', () => {
  const ahead = createTypedAhead()
  for (const key of ['Tab', 'F8', 'Escape', 'ArrowDown']) expect(ahead.press(press(key))).toBe(false)
  expect(ahead.press(press('z', { ctrlKey: true }))).toBe(false)
  expect(ahead.press(press('z', { metaKey: true }))).toBe(false)
  expect(ahead.press(press('a', { isComposing: true }))).toBe(false)
  expect(ahead.take()).toEqual([])
})
