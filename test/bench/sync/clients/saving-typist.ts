import type { Door } from '../servers/peer.js'
import type { Dialect } from '../traffic/dialect.js'
import { typeKeys } from '../traffic/keystrokes.js'
import { join, type Participant } from './participant.js'
import { maskedFrame } from './raw-socket.js'

/** Somebody who types, and is told when it is on disk. */
export interface SavingTypist {
  readonly participant: Participant
  press(): void
}

export interface SavingTypistOptions {
  readonly door: Door
  readonly dialect: Dialect
  readonly client: number
  readonly keys: number
  /** Told, for each key, when it was pressed and when a `saved` frame covered it; by `performance.now()`. */
  onSaved(pressedAt: number, savedAt: number): void
}

export async function sitDownToSave(options: SavingTypistOptions): Promise<SavingTypist> {
  const { door, dialect, client, keys, onSaved } = options
  const { opening, updates } = typeKeys(client, keys)
  const frames = [opening, ...updates].map((update) => maskedFrame(dialect.update(door.room, update)))
  const pressedAt: number[] = []
  let saved = 0
  const participant = await join({
    door,
    dialect,
    onReceived(received) {
      if (received.kind !== 'saved') return
      const now = performance.now()
      for (const at of pressedAt.slice(saved, received.count)) onSaved(at, now)
      saved = received.count
    },
  })
  return {
    participant,
    press() {
      const frame = frames[pressedAt.length]
      if (frame === undefined) throw new Error('A typist ran out of keys.')
      pressedAt.push(performance.now())
      participant.write(frame)
    },
  }
}
