import { expect, test } from 'vitest'
import { createTypedAhead, type PressedKey } from './typedAhead.js'

const bare = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false }
const press = (key: string, modifiers: Partial<PressedKey> = {}): PressedKey => ({ ...bare, key, ...modifiers })

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

test('[P8] where the caret goes and what is selected is kept among what is typed, and Backspace takes out a selection', () => {
  const ahead = createTypedAhead(false)
  for (const key of [press('End', { ctrlKey: true }), press('Home'), press('Backspace'), press('b')]) ahead.press(key)
  expect(ahead.take()).toEqual(['mod+End', 'Home', 'b'])
  ahead.press(press('a', { ctrlKey: true }))
  expect(ahead.holds()).toBe(false)
  ahead.press(press('Backspace'))
  expect(ahead.holds()).toBe(true)
  ahead.press(press('Enter', { shiftKey: true }))
  expect(ahead.take()).toEqual(['mod+a', 'Backspace', 'shift+Enter'])
})

test('[P8] a character of AltGr or of Option is one, a command is none', () => {
  const others = createTypedAhead(false)
  expect(others.press(press('@', { ctrlKey: true, altKey: true }))).toBe(true)
  expect(others.press(press('f', { altKey: true }))).toBe(false)
  expect(others.take()).toEqual(['@'])
  const mac = createTypedAhead(true)
  expect(mac.press(press('@', { altKey: true }))).toBe(true)
  expect(mac.press(press('f', { ctrlKey: true }))).toBe(false)
  expect(mac.take()).toEqual(['@'])
})

test('[P8] an arrow is of writing, which keeps the page from scrolling, and leaves nothing to type again', () => {
  const ahead = createTypedAhead()
  expect(ahead.press(press('ArrowDown'))).toBe(true)
  expect(ahead.holds()).toBe(false)
})

test('[P8] keys that are not of writing are left to the page', () => {
  const ahead = createTypedAhead()
  for (const key of ['Tab', 'F8', 'Escape', 'PageDown']) expect(ahead.press(press(key))).toBe(false)
  expect(ahead.press(press('z', { ctrlKey: true }))).toBe(false)
  expect(ahead.press(press('z', { metaKey: true }))).toBe(false)
  expect(ahead.press(press('a', { isComposing: true }))).toBe(false)
  expect(ahead.take()).toEqual([])
})
