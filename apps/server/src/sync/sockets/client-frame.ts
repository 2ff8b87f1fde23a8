import { closeCode, frameType, limits, syncType } from '@colophon/protocol'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { BadFrame } from '../sync-error.js'

/** What a client may send: the y-websocket protocol. */
export type ClientFrame =
  | { kind: 'step1'; vector: ReadonlyMap<number, number> }
  | { kind: 'step2' | 'update'; update: Uint8Array }
  | { kind: 'awareness'; update: Uint8Array }
  | { kind: 'query-awareness' }

/**
 * Reads the envelope of a frame; an update inside it is judged later.
 * @throws BadFrame
 * @see docs/spec.md A6
 */
export function readClientFrame(bytes: Uint8Array): ClientFrame {
  try {
    return read(decoding.createDecoder(bytes))
  } catch (cause) {
    if (cause instanceof BadFrame) throw cause
    throw new BadFrame('The frame ends before it is complete.', undefined, { cause })
  }
}

function read(decoder: decoding.Decoder): ClientFrame {
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case frameType.sync:
      return readSync(decoder)
    case frameType.awareness:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case frameType.queryAwareness:
      return { kind: 'query-awareness' }
    default:
      throw new BadFrame(`Clients send no frame of type ${type}.`)
  }
}

function readSync(decoder: decoding.Decoder): ClientFrame {
  const type = decoding.readVarUint(decoder)
  const body = decoding.readVarUint8Array(decoder)
  switch (type) {
    case syncType.step1:
      return { kind: 'step1', vector: readVector(body) }
    case syncType.step2:
      return { kind: 'step2', update: body }
    case syncType.update:
      return { kind: 'update', update: body }
    default:
      throw new BadFrame(`There is no sync message of type ${type}.`)
  }
}

function readVector(body: Uint8Array): ReadonlyMap<number, number> {
  if (decoding.readVarUint(decoding.createDecoder(body)) > limits.vectorClients) {
    throw new BadFrame('The state vector names more clients than a record has.', closeCode.tooLarge)
  }
  return Y.decodeStateVector(body)
}
