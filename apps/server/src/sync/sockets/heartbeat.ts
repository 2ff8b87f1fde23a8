import type { Line } from './connection.js'
import { keepAliveFrame } from './sync-frame.js'
import { wireFrame } from './wire-frame.js'

/** Notices peers that went without a word, and keeps the others from believing the server gone. */
export interface Heartbeat {
  /** @returns what to call when the socket is gone */
  add(line: Line): () => void
  stop(): void
}

/**
 * One timer serves all sockets, a part of them at a time, so that thousands of idle ones are no stall.
 * @param everyMs a peer of which nothing was heard from one beat to the next is dropped
 * @see docs/spec.md A7
 */
export function createHeartbeat(everyMs: number): Heartbeat {
  const groups = Array.from({ length: groupCount }, () => new Set<Member>())
  const timer = setInterval(beat, everyMs / groupCount)
  let turn = 0
  let joined = 0

  function beat(): void {
    for (const member of groups[turn] ?? []) check(member)
    turn = (turn + 1) % groupCount
  }

  function check(member: Member): void {
    const { socket, stream } = member.line
    const { bytesRead } = stream
    // An answer cannot be heard from a socket that is not being read.
    if (member.bytesRead === bytesRead && !socket.isPaused) socket.terminate()
    else {
      member.bytesRead = socket.isPaused ? undefined : bytesRead
      if (socket.readyState === socket.OPEN) stream.write(beatFrames)
    }
  }

  return {
    add(line) {
      const member: Member = { line, bytesRead: undefined }
      joined += 1
      const group = groups[joined % groupCount]
      group?.add(member)
      return () => group?.delete(member)
    },
    stop: () => clearInterval(timer),
  }
}

interface Member {
  readonly line: Line
  /** How much had been read at the last beat. */
  bytesRead: number | undefined
}

const groupCount = 15

/** RFC 6455, section 5.5.2. */
const pingFrame = Uint8Array.of(0x89, 0)
const beatFrames = Buffer.concat([pingFrame, wireFrame(keepAliveFrame).wire])
