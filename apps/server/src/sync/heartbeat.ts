import type { WebSocket } from 'ws'
import { keepAliveFrame } from './sync-frame.js'

/** Notices peers that went without a word, and keeps the others from believing the server gone. */
export interface Heartbeat {
  add(socket: WebSocket): void
  stop(): void
}

/** @param everyMs a peer that has not answered one beat is dropped at the next */
export function createHeartbeat(everyMs: number): Heartbeat {
  const answered = new Map<WebSocket, boolean>()
  const timer = setInterval(beat, everyMs)

  function beat(): void {
    for (const [socket, hasAnswered] of answered) {
      // An answer cannot be heard from a socket that is not being read.
      if (!hasAnswered && !socket.isPaused) socket.terminate()
      else if (socket.readyState === socket.OPEN) {
        answered.set(socket, false)
        socket.ping()
        socket.send(keepAliveFrame)
      }
    }
  }

  return {
    add(socket) {
      answered.set(socket, true)
      socket.on('pong', () => answered.set(socket, true))
      socket.on('close', () => answered.delete(socket))
    },
    stop: () => clearInterval(timer),
  }
}
