import { frameType, type syncType } from '@colophon/protocol'
import * as encoding from 'lib0/encoding'
import { type WireFrame, wireFrame } from './wire-frame.js'

type SyncType = (typeof syncType)[keyof typeof syncType]

/** A `sync` frame: `body` is a state vector for step 1, an update otherwise. */
export function encodeSyncFrame(type: SyncType, body: Uint8Array): Uint8Array {
  return Buffer.concat([syncHead(type, body), body])
}

/** The same frame for the wire; a whole record is copied once for it. */
export function syncWireFrame(type: SyncType, body: Uint8Array): WireFrame {
  return wireFrame(syncHead(type, body), body)
}

function syncHead(type: SyncType, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, frameType.sync)
  encoding.writeVarUint(encoder, type)
  encoding.writeVarUint(encoder, body.length)
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
