import type { Door } from '../servers/peer.js'
import type { Arrivals } from '../traffic/arrivals.js'
import type { Dialect } from '../traffic/dialect.js'
import { typeKeys } from '../traffic/keystrokes.js'
import { join } from './participant.js'
import { maskedFrame } from './raw-socket.js'

/** Somebody who types as fast as another gets to see it. */
export interface Sprinter {
  /** Types until all keys are used, paced by what `reader` has seen. */
  run(reader: Sprinter): Promise<void>
  /** Calls back with how many of the client's keys have been seen here. */
  watch(client: number, onSeen: (keys: number) => void): void
  /** Edits of others that came, so far. */
  received(): number
  leave(): void
}

export interface SprinterOptions {
  readonly door: Door
  readonly dialect: Dialect
  readonly arrivals: Arrivals
  readonly client: number
  readonly keys: number
  /** How many edits may be under way at once. */
  readonly ahead: number
}

export async function createSprinter(options: SprinterOptions): Promise<Sprinter> {
  const { door, dialect, arrivals, client, ahead } = options
  const { opening, updates, firstClock } = typeKeys(client, options.keys)
  const stream = streamOf(updates.map((update) => maskedFrame(dialect.update(door.room, update))))
  let received = 0
  let watched: { client: number; onSeen(keys: number): void } | undefined

  const participant = await join({
    door,
    dialect,
    onReceived(message) {
      if (message.kind !== 'update' && message.kind !== 'state') return
      for (const run of arrivals.edits(message.update)) {
        if (run.client === client) continue
        received += run.to - run.from
        if (run.client === watched?.client) watched.onSeen(run.to - firstClock)
      }
    },
  })
  participant.write(maskedFrame(dialect.update(door.room, opening)))

  return {
    run: (reader) =>
      new Promise((resolve) => {
        let written = 0
        const write = (seen: number) => {
          const next = Math.min(updates.length, seen + ahead)
          if (next > written) participant.write(stream.between(written, next))
          written = Math.max(written, next)
          if (seen >= updates.length) resolve()
        }
        reader.watch(client, write)
        write(0)
      }),
    watch(watchedClient, onSeen) {
      watched = { client: watchedClient, onSeen }
    },
    received: () => received,
    leave: participant.leave,
  }
}

/** Frames laid one behind the other, so that many are written at once. */
function streamOf(frames: readonly Buffer[]): { between(from: number, to: number): Buffer } {
  const offsets = new Uint32Array(frames.length + 1)
  frames.forEach((frame, index) => {
    offsets[index + 1] = (offsets[index] ?? 0) + frame.length
  })
  const bytes = Buffer.concat(frames)
  return { between: (from, to) => bytes.subarray(offsets[from], offsets[to]) }
}
