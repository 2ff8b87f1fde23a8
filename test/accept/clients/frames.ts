import { frameType, type syncType } from '@colophon/protocol'
import * as encoding from 'lib0/encoding'

/** A frame of y-websocket's sync protocol. */
export function syncFrame(type: (typeof syncType)[keyof typeof syncType], body: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameType.sync)
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint8Array(encoder, body)
  })
}

/** What one client says of itself, or of somebody else. */
export interface AwarenessEntry {
  readonly client: number
  readonly clock: number
  /** JSON, or what is to be taken for it. */
  readonly state: string
}

export function awarenessFrame(entries: readonly AwarenessEntry[]): Uint8Array {
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, state)
    }
  })
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameType.awareness)
    encoding.writeVarUint8Array(encoder, update)
  })
}
