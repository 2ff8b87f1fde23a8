import { frameType, syncType } from '@colophon/protocol'
import { expect, test } from 'vitest'
import { answerFirst } from './answerFirst.js'

test('[S6] a change waits for the answer, which holds it too; whatever else is said goes at once', () => {
  const sent: unknown[] = []
  class Recorder extends EventTarget {
    send(data: unknown): void {
      sent.push(data)
    }
  }
  const Socket = answerFirst(Recorder as unknown as typeof WebSocket)
  const socket = new Socket('ws://127.0.0.1')
  const question = Uint8Array.of(frameType.sync, syncType.step1, 0)
  const answer = Uint8Array.of(frameType.sync, syncType.step2, 0)
  const update = Uint8Array.of(frameType.sync, syncType.update, 0)
  const caret = Uint8Array.of(frameType.awareness, 1, 0)

  for (const frame of [question, update, caret, update, answer, update]) socket.send(frame)
  expect(sent).toEqual([question, caret, answer, update])
})
