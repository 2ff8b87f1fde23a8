import type { Socket } from 'node:net'
import { type CloseCode, closeCode, encodeServerFrame, type Notice } from '@colophon/protocol'
import { type RawData, WebSocket } from 'ws'
import type { Log } from '../../log.js'
import type { Identity } from '../rooms.js'
import { BadFrame } from '../sync-error.js'
import { createIntake, type IntakeRate } from './intake.js'
import { createSavedCounter, type SavedCounter } from './saved-counter.js'
import type { Turns } from './turns.js'
import { type WireFrame, wireFrame } from './wire-frame.js'

/** One socket in a room. */
export interface Connection {
  readonly who: Identity
  /** Whether it speaks `colophon.v1` and so understands frames 16 to 18. */
  readonly colophon: boolean
  /** Why nothing that it writes is taken. */
  readonly bar: Notice | undefined
  readonly saved: SavedCounter
  /** Sends one frame of the protocol; a reader that does not read is dropped (A7). */
  send(payload: Uint8Array): void
  /** Sends what was made for several sockets. */
  write(frame: WireFrame): void
  /** Holds back what is sent while `sending` runs, and writes it all at once. */
  together(sending: () => void): void
  /** Tells how many of its frames are durable, where that has changed. */
  sendSaved(): void
  notify(notice: Notice): void
  /** Whether something that was sent waits to be read at the other end. */
  readonly isBehind: boolean
  /** Calls `act` after this turn, once what was sent has been read; what it throws ends the socket alone. */
  afterwards(act: () => void): void
  /** Says that the peer asked for more work than its frames show. */
  charge(work: number): void
  /** Stops reading from the socket until `resume`. */
  pause(): void
  resume(): void
  /** Says goodbye, and lets go of a peer that does not answer. Nothing it sends counts from now on. */
  close(code: CloseCode, reason: string): void
}

/** A socket, and the stream below it. */
export interface Line {
  readonly socket: WebSocket
  readonly stream: Socket
}

export interface ConnectionOptions {
  who: Identity
  colophon: boolean
  bar: Notice | undefined
  /** How much may wait to be read before the socket is dropped. */
  unreadBytes: number
  turns: Turns
  /** How much work the socket may ask for. */
  work: IntakeRate
  log: Log
}

export interface ConnectionEvents {
  /** May throw; the socket is closed then and the process is none the worse (A6). */
  onFrame(frame: Uint8Array): void
  onBadFrame(): void
  /** Called once, as soon as nothing more is to be expected of the socket. */
  onGone(): void
}

export function createConnection(line: Line, options: ConnectionOptions, events: ConnectionEvents): Connection {
  const { socket, stream } = line
  const { who, colophon, bar, unreadBytes, turns, log } = options
  const saved = createSavedCounter()
  const intake = createIntake({
    turns,
    rate: options.work,
    line: socket,
    handle: (frame) => attempt(() => events.onFrame(frame)),
    onFlood: () => refuse(new BadFrame('For minutes, more was sent than anybody writes.'), 'too much'),
  })
  let gone = false

  function write({ wire }: WireFrame): void {
    if (gone || socket.readyState !== WebSocket.OPEN) return
    // What waited before this frame counts, so that one large frame to a quick reader passes.
    if (socket.bufferedAmount > unreadBytes) close(closeCode.tryLater, 'too slow')
    // Past `ws`, which would frame it anew for every socket; it writes whole frames too, so none is torn.
    else stream.write(wire)
  }

  function send(payload: Uint8Array): void {
    write(wireFrame(payload))
  }

  function close(code: CloseCode, reason: string): void {
    socket.resume()
    socket.close(code, reason)
    const timer = setTimeout(() => socket.terminate(), goodbyeMs)
    socket.once('close', () => clearTimeout(timer))
    leave()
  }

  function leave(): void {
    if (gone) return
    gone = true
    intake.stop()
    events.onGone()
  }

  function receive(data: RawData, isBinary: boolean): void {
    if (gone) return
    if (isBinary && data instanceof Uint8Array) intake.take(data)
    else refuse(new BadFrame('Frames are binary.'), 'bad frame')
  }

  function attempt(act: () => void): void {
    if (gone) return
    try {
      act()
    } catch (error) {
      if (error instanceof BadFrame) refuse(error, 'bad frame')
      else {
        log.error({ err: error, userId: who.id }, 'A frame could not be handled; its socket was closed.')
        close(closeCode.tryLater, 'server error')
      }
    }
  }

  function refuse(error: BadFrame, reason: string): void {
    events.onBadFrame()
    log.warn({ err: error, userId: who.id }, 'A socket sent what no client sends, and was closed.')
    close(error.closeWith, reason)
  }

  socket.on('message', receive)
  socket.on('close', () => {
    intake.finish()
    leave()
  })
  socket.on('error', (error) => {
    // ws closes the socket itself, with 1009 where the frame was too long.
    log.info({ err: error, userId: who.id }, 'A socket failed.')
  })

  if (socket.readyState !== WebSocket.OPEN) queueMicrotask(leave)

  return {
    who,
    colophon,
    bar,
    saved,
    send,
    write,
    together(sending) {
      stream.cork()
      sending()
      stream.uncork()
    },
    sendSaved() {
      const count = saved.news()
      if (colophon && count !== undefined) send(encodeServerFrame({ type: 'saved', count }))
    },
    notify(notice) {
      if (colophon) send(encodeServerFrame({ type: 'notice', notice }))
    },
    get isBehind() {
      return stream.writableNeedDrain
    },
    afterwards(act) {
      const take = () => turns.afterwards(() => attempt(act))
      if (stream.writableNeedDrain) stream.once('drain', take)
      else take()
    },
    charge: intake.charge,
    pause: intake.hold,
    resume: intake.release,
    close,
  }
}

/** How long a peer has to answer a close frame before its buffers are freed. */
const goodbyeMs = 2_000
