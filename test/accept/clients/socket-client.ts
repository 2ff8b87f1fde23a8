import { once } from 'node:events'
import {
  frameType,
  type Ledger,
  type Notice,
  readLedger,
  readNotice,
  readSaved,
  subprotocol,
  syncType,
} from '@colophon/protocol'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createWatched, type Watched } from '../watched.js'
import { syncFrame } from './frames.js'
import type { Identification } from './member.js'

/** A socket to a record that shows all that it hears, and does as little as it is told to. */
export interface SocketClient extends Watched {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly socket: WebSocket
  readonly closed: Promise<Closing>
  readonly notices: readonly Notice[]
  /** The last that the server pushed. */
  ledger(): Ledger | undefined
  isOpen(): boolean
  /** How many document frames it has sent, and how many of them the server called saved. */
  sent(): number
  saved(): number
  /** Sends bytes as they are; they do not count in `sent`. */
  send(frame: Uint8Array): void
  /** Sends an update, edit or not. @returns the number of its frame, from 1. */
  sendUpdate(update: Uint8Array): number
  /** Asks for what it lacks; resolves when the answer is in. */
  sync(): Promise<void>
  /** Resolves when all that it sent is saved. @throws ClosedUnsaved */
  allSaved(withinMs?: number): Promise<unknown>
  close(): void
}

export interface Closing {
  readonly code: number
  readonly reason: string
}

/** The socket was closed before all that it had sent was saved. */
export class ClosedUnsaved extends Error {
  readonly code = 'closed-unsaved'
  override readonly name = 'ClosedUnsaved'
  constructor({ code, reason }: Closing) {
    super(`The socket was closed with ${code} (${reason}) before its edits were saved.`)
  }
}

export interface OpenOptions {
  /** What it has already. */
  readonly doc?: Y.Doc
  /** `writer` sends what changes in its document and answers when asked for it; `listener` never sends of itself. */
  readonly part?: 'writer' | 'listener'
  readonly protocols?: readonly string[]
  /** Where to connect, when not straight to the server. */
  readonly through?: string
}

export interface SocketClientOptions extends OpenOptions {
  readonly url: string
  readonly headers: Identification
  readonly recordId: string
}

/** @throws what `ws` says when the upgrade is refused */
export async function openSocketClient(options: SocketClientOptions): Promise<SocketClient> {
  const { url, headers, recordId, doc = new Y.Doc(), part = 'writer' } = options
  const awareness = new Awareness(doc)
  const watched = createWatched()
  const address = `${(options.through ?? url).replace('http', 'ws')}/sync/${recordId}`
  const socket = new WebSocket(address, [...(options.protocols ?? [subprotocol])], {
    origin: url,
    headers,
  })
  let closing: Closing | undefined
  const closed = new Promise<Closing>((resolve) => {
    socket.once('close', (code, reason) => {
      closing = { code, reason: String(reason) }
      resolve(closing)
    })
  })
  const notices: Notice[] = []
  let ledger: Ledger | undefined
  let sent = 0
  let saved = 0
  let answers = 0

  function hear(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder)
    if (type === frameType.sync) hearSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder))
    else if (type === frameType.awareness)
      applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), 'server')
    else if (type === frameType.saved) saved = readSaved(decoder)
    else if (type === frameType.notice) notices.push(readNotice(decoder))
    else if (type === frameType.ledger) ledger = readLedger(decoder)
  }

  function hearSync(type: number, body: Uint8Array): void {
    if (type === syncType.step1) {
      if (part === 'writer') count(syncFrame(syncType.step2, Y.encodeStateAsUpdate(doc, body)))
      return
    }
    Y.applyUpdate(doc, body, fromServer)
    if (type === syncType.step2) answers += 1
  }

  function count(frame: Uint8Array): number {
    send(frame)
    sent += 1
    return sent
  }

  function send(frame: Uint8Array): void {
    if (socket.readyState === WebSocket.OPEN) socket.send(frame)
  }

  function tellEdit(update: Uint8Array, origin: unknown): void {
    if (origin !== fromServer) count(syncFrame(syncType.update, update))
  }

  function leave(): void {
    doc.off('update', tellEdit)
    clearInterval(awareness._checkInterval)
    watched.changed()
  }

  socket.on('message', (data) => {
    if (data instanceof Uint8Array) hear(decoding.createDecoder(data))
    watched.changed()
  })
  socket.on('close', leave)
  // A socket that is cut says so by closing; nothing more is to be done about it.
  socket.on('error', watched.changed)
  try {
    await once(socket, 'open')
  } catch (error) {
    leave()
    throw error
  }
  if (part === 'writer') doc.on('update', tellEdit)

  return {
    ...watched,
    doc,
    awareness,
    socket,
    closed,
    notices,
    ledger: () => ledger,
    isOpen: () => socket.readyState === WebSocket.OPEN,
    sent: () => sent,
    saved: () => saved,
    send,
    sendUpdate: (update) => count(syncFrame(syncType.update, update)),
    async sync() {
      const before = answers
      send(syncFrame(syncType.step1, Y.encodeStateVector(doc)))
      await watched.until('the answer to sync step 1', () => answers > before || !open(socket))
      if (!open(socket)) throw new Error('The socket closed before it was synced.')
    },
    allSaved: (withinMs) =>
      watched.until(
        `${sent} saved frames`,
        () => {
          if (saved < sent && closing !== undefined) throw new ClosedUnsaved(closing)
          return saved >= sent
        },
        withinMs,
      ),
    close() {
      leave()
      socket.terminate()
    },
  }
}

const fromServer = Symbol('from the server')

const open = (socket: WebSocket) => socket.readyState === WebSocket.OPEN
