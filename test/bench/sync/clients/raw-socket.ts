import { request } from 'node:http'
import type { Duplex } from 'node:stream'

/** A WebSocket client that does as little as can be, so that what is measured is the server. */
export interface RawSocket {
  /** Writes frames that `maskedFrame` made; several may stand in one buffer. */
  write(frames: Uint8Array): void
  close(): void
}

export interface RawSocketEvents {
  /** The bytes are the socket's own: they stay as they are, and nothing else does. */
  onMessage(message: Buffer): void
  /** The server went, or closed the socket. */
  onLost(why: string): void
}

/** The server answered otherwise than with an upgrade. */
export class UpgradeRefused extends Error {
  readonly code = 'upgrade-refused'
  override readonly name = 'UpgradeRefused'
  constructor(
    url: string,
    readonly status: number | undefined,
    /** When to come again, where the server says so; seconds. */
    readonly retryAfterS: number | undefined,
  ) {
    super(`${url} was answered with ${status}.`)
  }
}

/** Opens a WebSocket. @throws UpgradeRefused */
export async function openRawSocket(
  url: string,
  headers: Readonly<Record<string, string>>,
  events: RawSocketEvents,
): Promise<RawSocket> {
  const asked = request(url.replace('ws:', 'http:'), { agent: false, headers: { ...upgradeHeaders, ...headers } })
  return new Promise((resolve, reject) => {
    asked.once('upgrade', (_response, socket, head) => resolve(attend(socket, head, events)))
    asked.once('response', ({ statusCode, headers: { 'retry-after': retryAfter } }) => {
      asked.destroy()
      reject(new UpgradeRefused(url, statusCode, retryAfter === undefined ? undefined : Number(retryAfter)))
    })
    asked.once('error', reject)
    asked.end()
  })
}

/** @returns a binary frame as a client sends it. */
export function maskedFrame(payload: Uint8Array, opcode = opcodes.binary): Buffer {
  const header = clientHeader(payload.length, opcode)
  const frame = Buffer.allocUnsafe(header.length + payload.length)
  frame.set(header)
  for (let index = 0; index < payload.length; index += 1) {
    frame[header.length + index] = (payload[index] ?? 0) ^ (mask[index % 4] ?? 0)
  }
  return frame
}

const opcodes = { binary: 2, close: 8, ping: 9, pong: 10 }

/** Any but zero will do, which `ws` would not trouble to take off. */
const mask = [0x37, 0xfa, 0x21, 0x3d]

const upgradeHeaders = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': Buffer.from('sixteen bytes it').toString('base64'),
}

function clientHeader(length: number, opcode: number): number[] {
  const first = 0x80 | opcode
  if (length < 126) return [first, 0x80 | length, ...mask]
  if (length < 65_536) return [first, 0xfe, length >> 8, length & 0xff, ...mask]
  const size = Buffer.alloc(8)
  size.writeBigUInt64BE(BigInt(length))
  return [first, 0xff, ...size, ...mask]
}

function attend(socket: Duplex, head: Buffer, { onMessage, onLost }: RawSocketEvents): RawSocket {
  let isClosing = false
  const lost = (why: string) => {
    if (!isClosing) onLost(why)
    isClosing = true
    socket.destroy()
  }
  const receive = frameReader((opcode, payload) => {
    if (opcode === opcodes.binary) onMessage(payload)
    else if (opcode === opcodes.ping) socket.write(maskedFrame(payload, opcodes.pong))
    else if (opcode === opcodes.close) lost(`closed with ${payload.readUInt16BE(0)} ${payload.subarray(2)}`)
  })
  socket.on('data', receive)
  socket.on('close', () => lost('the connection ended'))
  socket.on('error', (error) => lost(error.message))
  if (head.length > 0) receive(head)
  return {
    write: (frames) => void socket.write(frames),
    close() {
      isClosing = true
      socket.end(maskedFrame(Buffer.of(3, 232), opcodes.close))
    },
  }
}

/** Cuts what comes into frames; servers send theirs whole and unmasked. */
function frameReader(onFrame: (opcode: number, payload: Buffer) => void): (chunk: Buffer) => void {
  let waiting: Buffer[] = []
  let waitingBytes = 0
  let wanted = 2

  return (chunk) => {
    waiting.push(chunk)
    waitingBytes += chunk.length
    if (waitingBytes < wanted) return
    const bytes = waiting.length === 1 ? chunk : Buffer.concat(waiting)
    let at = 0
    for (;;) {
      const left = bytes.length - at
      wanted = frameBytes(bytes, at, left)
      if (left < wanted) break
      const first = bytes[at] ?? 0
      if ((first & 0x80) === 0)
        throw new Error('The server cut a message into frames, which this client does not read.')
      const end = at + wanted
      onFrame(first & 0x0f, bytes.subarray(end - payloadBytes(bytes, at), end))
      at = end
    }
    waiting = at === bytes.length ? [] : [bytes.subarray(at)]
    waitingBytes = bytes.length - at
  }
}

/** How many bytes the frame at `at` has, or must have before that can be told. */
function frameBytes(bytes: Buffer, at: number, left: number): number {
  if (left < 2) return 2
  const short = (bytes[at + 1] ?? 0) & 0x7f
  const header = short < 126 ? 2 : short === 126 ? 4 : 10
  return left < header ? header : header + payloadBytes(bytes, at)
}

function payloadBytes(bytes: Buffer, at: number): number {
  const short = (bytes[at + 1] ?? 0) & 0x7f
  if (short < 126) return short
  return short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
}
