import { isDocumentFrame, syncType } from '@colophon/protocol'
import { createDecoder, hasContent, readVarUint } from 'lib0/decoding'

/** `answer`: sync step 2, what the other side lacked. `update`: one change. Both are counted by `saved`. */
export type DocumentFrame = 'answer' | 'update'

/**
 * A WebSocket class that reports each document frame it is given to send, at the only place where all of them pass.
 * @param Base - the browser's own WebSocket.
 * @see docs/spec.md D1
 */
export function countingSocket(
  Base: typeof WebSocket,
  onSent: (frame: DocumentFrame, hasNews: boolean) => void,
): typeof WebSocket {
  return class CountingSocket extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      const frame = documentFrame(data)
      if (frame !== undefined) onSent(frame, hasNews(data))
    }
  }
}

/** Which kind of document frame `data` is; `undefined` for any other. */
export function documentFrame(data: unknown): DocumentFrame | undefined {
  if (!(data instanceof Uint8Array) || !isDocumentFrame(data)) return undefined
  return data[1] === syncType.step2 ? 'answer' : 'update'
}

/** Whether a document frame holds parts of a text, and not only what was deleted, which each answer repeats. */
export function hasNews(data: unknown): boolean {
  if (!(data instanceof Uint8Array)) return false
  const decoder = createDecoder(data)
  // The kind of frame, the kind of exchange, the length of the update.
  for (let part = 0; part < 3; part += 1) readVarUint(decoder)
  return hasContent(decoder) && readVarUint(decoder) > 0
}
