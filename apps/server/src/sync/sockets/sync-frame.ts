import { frameType, type syncType } from '@colophon/protocol'
import * as encoding from 'lib0/encoding'

/** A `sync` frame: `body` is a state vector for step 1, an update otherwise. */
export function encodeSyncFrame(type: (typeof syncType)[keyof typeof syncType], body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, frameType.sync)
  encoding.writeVarUint(encoder, type)
  encoding.writeVarUint8Array(encoder, body)
  return encoding.toUint8Array(encoder)
}

/** An `awareness` frame of entries that are encoded already. */
export function encodeAwarenessFrame(entries: readonly Uint8Array[]): Uint8Array {
  const update = encoding.createEncoder()
  encoding.writeVarUint(update, entries.length)
  for (const entry of entries) encoding.writeUint8Array(update, entry)
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, frameType.awareness)
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(update))
  return encoding.toUint8Array(frame)
}

/**
 * Says nothing, and so keeps a client from believing the server gone: y-websocket gives up on a server of which it has
 * heard no frame for 30 seconds, and pings are no frames to a browser's script.
 */
export const keepAliveFrame = encodeAwarenessFrame([])
