import { frameType, subprotocol, syncType } from '@colophon/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** How a server wants to be spoken to: which bytes go around an update or a caret. */
export interface Dialect {
  readonly subprotocol: string | undefined
  /** What a client says first; the answer is a `state`, unless `answers` is false. */
  greeting(room: string): Uint8Array[]
  readonly answers: boolean
  update(room: string, update: Uint8Array): Uint8Array
  /** Asks for everything there is; the answer is a `state`. */
  question(room: string): Uint8Array
  caret(room: string, entry: Uint8Array): Uint8Array
  read(message: Uint8Array): Received
}

/** What a server says. `state` is its answer to a question; an update may hold many edits. */
export type Received =
  | { kind: 'update' | 'state'; update: Uint8Array }
  | { kind: 'carets'; carets: Uint8Array }
  | { kind: 'saved'; count: number }
  | { kind: 'other' }

/** y-websocket's protocol, and Colophon's frames on top of it. */
export const yWebsocket: Dialect = {
  subprotocol: undefined,
  answers: true,
  greeting: () => [envelope(frameType.sync, syncType.step1, emptyVector)],
  update: (_room, update) => envelope(frameType.sync, syncType.update, update),
  question: () => envelope(frameType.sync, syncType.step1, emptyVector),
  caret: (_room, entry) => envelope(frameType.awareness, undefined, entry),
  read: (message) => readEnvelope(decoding.createDecoder(message)),
}

export const colophon: Dialect = { ...yWebsocket, subprotocol }

/** The same frames, of which the server knows nothing. */
export const relayed: Dialect = { ...yWebsocket, answers: false, greeting: () => [] }

/** Hocuspocus puts the document's name before each frame, and wants a token before it answers. */
export const hocuspocus: Dialect = {
  ...yWebsocket,
  greeting: (room) => [named(room, tokenFrame), named(room, envelope(frameType.sync, syncType.step1, emptyVector))],
  update: (room, update) => named(room, yWebsocket.update(room, update)),
  question: (room) => named(room, yWebsocket.question(room)),
  caret: (room, entry) => named(room, yWebsocket.caret(room, entry)),
  read(message) {
    const decoder = decoding.createDecoder(message)
    decoding.readVarUint8Array(decoder)
    return readEnvelope(decoder)
  },
}

const emptyVector = Uint8Array.of(0)

/** An empty token: whoever comes is let in. */
const tokenFrame = Uint8Array.of(frameType.auth, 0, 0)

function envelope(type: number, subtype: number | undefined, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  if (subtype !== undefined) encoding.writeVarUint(encoder, subtype)
  encoding.writeVarUint8Array(encoder, body)
  return encoding.toUint8Array(encoder)
}

function named(room: string, frame: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, room)
  encoding.writeUint8Array(encoder, frame)
  return encoding.toUint8Array(encoder)
}

/** Hocuspocus answers a question with a frame of its own, which is read like any other of its kind. */
const hocuspocusReply = 4

function readEnvelope(decoder: decoding.Decoder): Received {
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case frameType.sync:
    case hocuspocusReply: {
      const step = decoding.readVarUint(decoder)
      if (step === syncType.step1) return { kind: 'other' }
      return { kind: step === syncType.step2 ? 'state' : 'update', update: decoding.readVarUint8Array(decoder) }
    }
    case frameType.awareness:
      return { kind: 'carets', carets: decoding.readVarUint8Array(decoder) }
    case frameType.saved:
      return { kind: 'saved', count: decoding.readVarUint(decoder) }
    default:
      return { kind: 'other' }
  }
}
