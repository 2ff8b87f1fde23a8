import { encodeServerFrame, type Position } from '@colophon/protocol'
import { type WireFrame, wireFrame } from '../sockets/wire-frame.js'

/** Tells the clients of a room how far its record has come, now and then. */
export interface PositionNews {
  /** What to send ahead of an entry that has become durable; `undefined` where it is told a little later. */
  take(): WireFrame | undefined
  stop(): void
}

export interface PositionNewsOptions {
  reached(): Position | undefined
  everyMs: number
  /** Sends what `take` gives then. */
  send(): void
}

/**
 * The first entry after a quiet while is told with the entry itself, and so is the first of an epoch: whoever has seen
 * anything of an epoch knows of it, which is what tells a lost one from the present one.
 * @see docs/spec.md D8
 */
export function createPositionNews({ reached, everyMs, send }: PositionNewsOptions): PositionNews {
  let told = reached()
  let toldAt = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | undefined

  function sendLater(): void {
    timer = undefined
    send()
  }

  function stop(): void {
    clearTimeout(timer)
    timer = undefined
  }

  return {
    take() {
      const position = reached()
      if (position === undefined || (position.epoch === told?.epoch && position.entry === told.entry)) return undefined
      if (position.epoch === told?.epoch && performance.now() < toldAt + everyMs) {
        // While edits come, one of the next takes it along; the timer is for the last of them.
        timer = timer?.refresh() ?? setTimeout(sendLater, everyMs)
        return undefined
      }
      stop()
      told = position
      toldAt = performance.now()
      return wireFrame(encodeServerFrame({ type: 'position', position }))
    },
    stop,
  }
}
