import { frameType, syncType } from '@colophon/protocol'

/**
 * A WebSocket class that asks for the record and says nothing else, whatever it is given to send.
 * @param Base - the browser's own WebSocket.
 * @see docs/spec.md D9
 */
export function listeningSocket(Base: typeof WebSocket): typeof WebSocket {
  return class ListeningSocket extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (isQuestion(data)) super.send(data)
    }
  }
}

/** Whether `data` is sync step 1, which tells what this side has and asks for the rest. */
export function isQuestion(data: unknown): boolean {
  return data instanceof Uint8Array && data[0] === frameType.sync && data[1] === syncType.step1
}
