import { frameType, syncType } from '@colophon/protocol'
import { expect, test } from 'vitest'
import { documentFrame, hasNews } from './countingSocket.js'

test('[D1] sync step 2 and updates are document frames, and nothing else is', () => {
  expect(documentFrame(Uint8Array.of(frameType.sync, syncType.step2, 0))).toBe('answer')
  expect(documentFrame(Uint8Array.of(frameType.sync, syncType.update, 0))).toBe('update')
  expect(documentFrame(Uint8Array.of(frameType.sync, syncType.step1, 0))).toBeUndefined()
  expect(documentFrame(Uint8Array.of(frameType.awareness, syncType.update, 0))).toBeUndefined()
  expect(documentFrame('text')).toBeUndefined()
})

test('[U3] an answer has news where it holds some text, not where it only repeats what was deleted', () => {
  expect(hasNews(Uint8Array.of(frameType.sync, syncType.step2, 2, 1, 0))).toBe(true)
  expect(hasNews(Uint8Array.of(frameType.sync, syncType.step2, 4, 0, 1, 0, 0))).toBe(false)
  expect(hasNews(Uint8Array.of(frameType.sync, syncType.step2, 0))).toBe(false)
  expect(hasNews('text')).toBe(false)
})
