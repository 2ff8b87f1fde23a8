/** Bytes as they stand on the connection: one WebSocket frame or several, the same for every socket they go to. */
export interface WireFrame {
  readonly wire: Uint8Array
}

/**
 * Puts a payload into a binary WebSocket frame. A server's frames are not masked, so one copy serves a whole room.
 * @param parts what the payload is made of, one after the other
 * @see RFC 6455, section 5.2
 */
export function wireFrame(...parts: readonly Uint8Array[]): WireFrame {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
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
  let end = headerBytes
  for (const part of parts) {
    wire.set(part, end)
    end += part.length
  }
  return { wire }
}

/** Those frames that there are as one, so that they take one write; `undefined` where there are none. */
export function joinFrames(frames: readonly (WireFrame | undefined)[]): WireFrame | undefined {
  const present = frames.flatMap((frame) => frame ?? [])
  return present.length < 2 ? present[0] : { wire: Buffer.concat(present.map(({ wire }) => wire)) }
}

/** The final (and only) fragment of a binary message. */
const wholeBinary = 0x82
