import { once } from 'node:events'
import {
  frameType,
  type Handshake,
  type Ledger,
  type Notice,
  type Position,
  readLedger,
  readNotice,
  readPosition,
  readSaved,
  subprotocol,
  syncType,
  writeHandshake,
} from '@colophon/protocol'
import * as decoding from 'lib0/decoding'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Identity } from '../rooms.js'
import { encodeSyncFrame } from '../sockets/sync-frame.js'
import { identityHeader } from './people.js'
import { origin } from './serve-rooms.js'
import { createWatched, type Watched } from './watched.js'

/** A client of the test's own, which does nothing that it is not told to, and keeps what it hears. */
export interface RawClient extends Watched {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly socket: WebSocket
  /** The last `saved` count. */
  saved(): number
  readonly notices: Notice[]
  readonly positions: Position[]
  readonly ledgers: Ledger[]
  /** How many `update` frames came. */
  updates(): number
  readonly closed: Promise<{ code: number; reason: string }>
  text(): string
  send(frame: Uint8Array): void
  /** Sends what `change` makes as an update frame. @returns the frame */
  edit(change: (text: Y.Text) => void): Uint8Array
  sendAwareness(state: Record<string, unknown> | null): void
  /** Asks for what it lacks, and resolves when the answer is in. */
  sync(): Promise<void>
  close(): void
}

export interface RawClientOptions {
  doc?: Y.Doc
  protocols?: string[]
  /** What the address says of it; nothing by default. */
  handshake?: Handshake
}

export async function openRawClient(
  url: string,
  recordId: string,
  who: Identity,
  options: RawClientOptions = {},
): Promise<RawClient> {
  const headers = { [identityHeader]: JSON.stringify(who) }
  const query = new URLSearchParams(writeHandshake(options.handshake ?? {}))
  const protocols = options.protocols ?? [subprotocol]
  return rawClientOn(new WebSocket(`${url}/${recordId}?${query}`, protocols, { origin, headers }), options.doc)
}

/** A client on a socket of any server's. Resolves when the socket is open, and rejects when it is refused. */
export async function rawClientOn(socket: WebSocket, doc: Y.Doc = new Y.Doc()): Promise<RawClient> {
  const awareness = new Awareness(doc)
  const watched = createWatched()
  const closed = once(socket, 'close').then(([code, reason]) => ({ code: Number(code), reason: String(reason) }))
  const notices: Notice[] = []
  const positions: Position[] = []
  const ledgers: Ledger[] = []
  let saved = 0
  let updates = 0
  let answers = 0

  socket.on('message', (data) => {
    if (data instanceof Uint8Array) hear(decoding.createDecoder(data))
    watched.changed()
  })

  function hear(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder)
    if (type === frameType.sync) hearSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder))
    else if (type === frameType.awareness)
      applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), 'server')
    else if (type === frameType.saved) saved = readSaved(decoder)
    else if (type === frameType.notice) notices.push(readNotice(decoder))
    else if (type === frameType.position) positions.push(readPosition(decoder))
    else if (type === frameType.ledger) ledgers.push(readLedger(decoder))
  }

  function hearSync(type: number, body: Uint8Array): void {
    if (type === syncType.step1) {
      socket.send(encodeSyncFrame(syncType.step2, Y.encodeStateAsUpdate(doc, body)))
      return
    }
    if (type === syncType.step2) answers += 1
    else updates += 1
    Y.applyUpdate(doc, body, 'server')
  }

  function close(): void {
    awareness.destroy()
    socket.terminate()
  }

  await once(socket, 'open')
  onTestFinished(close)

  return {
    ...watched,
    doc,
    awareness,
    socket,
    saved: () => saved,
    notices,
    positions,
    ledgers,
    updates: () => updates,
    closed,
    text: () => doc.getText('text').toString(),
    send: (frame) => socket.send(frame),
    edit(change) {
      const frames: Uint8Array[] = []
      const keep = (update: Uint8Array) => frames.push(encodeSyncFrame(syncType.update, update))
      doc.on('update', keep)
      doc.transact(() => change(doc.getText('text')))
      doc.off('update', keep)
      for (const frame of frames) socket.send(frame)
      return frames[0] ?? new Uint8Array()
    },
    sendAwareness(state) {
      awareness.setLocalState(state)
      const update = encodeAwarenessUpdate(awareness, [doc.clientID])
      socket.send(Uint8Array.from([frameType.awareness, ...lengthOf(update), ...update]))
    },
    async sync() {
      const before = answers
      socket.send(encodeSyncFrame(syncType.step1, Y.encodeStateVector(doc)))
      await watched.until(() => answers > before)
    },
    close,
  }
}

/** A varUint below 2^14. */
function lengthOf({ length }: Uint8Array): number[] {
  return length < 128 ? [length] : [(length & 127) | 128, length >> 7]
}
