import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as z from 'zod/mini'
import { type Position, positionSchema } from './handshake.js'
import { ledgerSchema } from './ledger.js'

/** The subprotocol a client asks for to be told what is durable; without it the socket speaks plain y-websocket. */
export const subprotocol = 'colophon.v1'

/** The first varUint of every frame. 0–3 are y-websocket's own. */
export const frameType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  saved: 16,
  ledger: 17,
  notice: 18,
  position: 19,
} as const

/** The second varUint of a `sync` frame (y-protocols/sync). Types 1 and 2 are the *document frames* that `saved` counts. */
export const syncType = { step1: 0, step2: 1, update: 2 } as const

export const closeCode = {
  policy: 1008,
  tooLarge: 1009,
  restart: 1012,
  tryLater: 1013,
  signedOut: 4001,
  /** The person's role is another now: whoever comes back has its rights. */
  rightsChanged: 4002,
  rightRevoked: 4003,
  /** The record was put back from a backup: what the client has seen of it is no more. */
  restored: 4009,
} as const

/** Every code with which the server closes a socket. */
export type CloseCode = (typeof closeCode)[keyof typeof closeCode]

/** What the server has to tell a person about the connection; `text` is a whole sentence. */
export const noticeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('store-trouble'), text: z.string() }),
  z.object({ kind: z.literal('store-recovered'), text: z.string() }),
  z.object({ kind: z.literal('read-only'), text: z.string() }),
  /** The page is not of the server's version: it may only read, until it is loaded again. */
  z.object({ kind: z.literal('outdated'), text: z.string() }),
  z.object({ kind: z.literal('going-away'), text: z.string() }),
  z.object({ kind: z.literal('resync'), text: z.string() }),
])
export type Notice = z.infer<typeof noticeSchema>

/** A frame only Colophon's own clients get. */
export type ServerFrame =
  | { type: 'saved'; count: number }
  | { type: 'ledger'; ledger: z.infer<typeof ledgerSchema> }
  | { type: 'notice'; notice: Notice }
  | { type: 'position'; position: Position }

/** @returns the frame's bytes: varUint type, then a varUint count, a JSON string, or an epoch's string and an entry's varUint. */
export function encodeServerFrame(frame: ServerFrame): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, frameType[frame.type])
  switch (frame.type) {
    case 'saved':
      encoding.writeVarUint(encoder, frame.count)
      break
    case 'ledger':
      encoding.writeVarString(encoder, JSON.stringify(frame.ledger))
      break
    case 'notice':
      encoding.writeVarString(encoder, JSON.stringify(frame.notice))
      break
    case 'position':
      encoding.writeVarString(encoder, frame.position.epoch)
      encoding.writeVarUint(encoder, frame.position.entry)
      break
    default:
      return frame satisfies never
  }
  return encoding.toUint8Array(encoder)
}

/** Reads the body of a `saved` frame whose type has been consumed. */
export function readSaved(decoder: decoding.Decoder): number {
  return decoding.readVarUint(decoder)
}

/** Reads the body of a `ledger` frame. @throws ZodError, SyntaxError */
export function readLedger(decoder: decoding.Decoder): z.infer<typeof ledgerSchema> {
  return ledgerSchema.parse(JSON.parse(decoding.readVarString(decoder)))
}

/** Reads the body of a `notice` frame. @throws ZodError, SyntaxError */
export function readNotice(decoder: decoding.Decoder): Notice {
  return noticeSchema.parse(JSON.parse(decoding.readVarString(decoder)))
}

/** Reads the body of a `position` frame. @throws ZodError */
export function readPosition(decoder: decoding.Decoder): Position {
  return positionSchema.parse({ epoch: decoding.readVarString(decoder), entry: decoding.readVarUint(decoder) })
}

/** Whether a client's frame is a document frame, one that `saved` counts: sync step 2 or an update. */
export function isDocumentFrame(frame: Uint8Array): boolean {
  return frame[0] === frameType.sync && (frame[1] === syncType.step2 || frame[1] === syncType.update)
}
