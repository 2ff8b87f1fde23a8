import { frameType, syncType } from '@colophon/protocol'
import { expect, test } from 'vitest'
import { isQuestion } from './listeningSocket.js'

test('[D9] a page that only listens asks for the record, and tells nothing of its text, its caret or itself', () => {
  expect(isQuestion(Uint8Array.of(frameType.sync, syncType.step1, 1, 0))).toBe(true)
  expect(isQuestion(Uint8Array.of(frameType.sync, syncType.step2, 2, 0, 0))).toBe(false)
  expect(isQuestion(Uint8Array.of(frameType.sync, syncType.update, 2, 0, 0))).toBe(false)
  expect(isQuestion(Uint8Array.of(frameType.awareness, 1, 0))).toBe(false)
  expect(isQuestion('anything else')).toBe(false)
})
