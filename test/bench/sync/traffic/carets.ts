import * as encoding from 'lib0/encoding'
import type { Keystrokes } from './keystrokes.js'

/**
 * @param place where the caret is said to be, as Colophon's own page says it; stock clients say nothing
 * @returns an awareness update that puts the person's caret behind their key number `key`, as TipTap's plug-in would
 */
export function caretBehind({ client, firstClock }: Keystrokes, key: number, place?: string): Uint8Array {
  const position = {
    type: { client, clock: firstClock - 1 },
    tname: null,
    item: { client, clock: firstClock + key },
    assoc: -1,
  }
  const state = {
    user: { name: `Person ${client}`, color: '#7a4fd0' },
    cursor: { anchor: position, head: position },
    place,
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, key + 1)
  encoding.writeVarString(encoder, JSON.stringify(state))
  return encoding.toUint8Array(encoder)
}
