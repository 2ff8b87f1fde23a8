import { documentFrame } from './countingSocket.js'

/**
 * A WebSocket class that sends no change before its answer to what the server lacks. A change made while a connection is
 * new may build on what was written before it, so the server would have to refuse it; the answer holds both.
 * @param Base - a WebSocket class that sends what it is given.
 * @see docs/spec.md S6
 */
export function answerFirst(Base: typeof WebSocket): typeof WebSocket {
  return class AnswerFirst extends Base {
    #hasAnswered = false

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const frame = documentFrame(data)
      if (frame === 'answer') this.#hasAnswered = true
      if (frame !== 'update' || this.#hasAnswered) super.send(data)
    }
  }
}
