/** Bytes as they stand on the connection: one WebSocket frame or several, the same for every socket they go to. */
export interface WireFrame {
  readonly wire: Uint8Array
}

/**
 * Puts `payload` into a binary WebSocket frame. A server's frames are not masked, so one copy serves a whole room.
 * @see RFC 6455, section 5.2
 */
export function wireFrame(payload: Uint8Array): WireFrame {
  const { length } = payload
  const headerBytes = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const wire = Buffer.allocUnsafe(headerBytes + length)
  wire.writeUInt8(wholeBinary, 0)
  if (length < 126) wire.writeUInt8(length, 1)
  else if (length < 65_536) {
    wire.writeUInt8(126, 1)
    wire.writeUInt16BE(length, 2)
  } else {
    wire.writeUInt8(127, 1)
    wire.writeBigUInt64BE(BigInt(length), 2)
  }
  wire.set(payload, headerBytes)
  return { wire }
}

/** Those frames that there are as one, so that they take one write; `undefined` where there are none. */
export function joinFrames(frames: readonly (WireFrame | undefined)[]): WireFrame | undefined {
  const present = frames.flatMap((frame) => frame ?? [])
  return present.length < 2 ? present[0] : { wire: Buffer.concat(present.map(({ wire }) => wire)) }
}

/** The final (and only) fragment of a binary message. */
const wholeBinary = 0x82
