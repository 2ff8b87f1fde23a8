import { slotPath } from '@colophon/template'
import type { Door } from '../servers/peer.js'
import { type Arrivals, createArrivals } from '../traffic/arrivals.js'
import { caretBehind } from '../traffic/carets.js'
import type { Dialect, Received } from '../traffic/dialect.js'
import { fragmentName, type Keystrokes, typedFragment, typeKeys } from '../traffic/keystrokes.js'
import { join, type Participant } from './participant.js'
import { maskedFrame } from './raw-socket.js'

/** Somebody who types in a record, and sees the others type. */
export interface Typist {
  /** Presses the next key: one edit, and the caret behind it. */
  press(): void
  readonly participant: Participant
}

/** What all typists of a measurement write down. */
export interface Notebook {
  /** Whether the measurement is on. */
  isOpen: boolean
  /** Edits of somebody else that came to somebody. */
  edits: number
  /** Carets of somebody else that came to somebody; one that was overtaken on its way does not count. */
  carets: number
  /** From a key to its arrival at somebody else, milliseconds. */
  readonly latenciesMs: number[]
}

/** One record and those who are in it. */
export interface Meeting {
  readonly door: Door
  readonly dialect: Dialect
  readonly arrivals: Arrivals
  readonly authors: Map<number, Author>
}

export function openMeeting(door: Door, dialect: Dialect): Meeting {
  return { door, dialect, arrivals: createArrivals(), authors: new Map() }
}

export interface Seat {
  readonly client: number
  /** How many keys the typist may press at most. */
  readonly keys: number
  /** The key of the slot they type in, which their caret then names; without it, all share one place. */
  readonly slot?: string
}

export async function sitDown(meeting: Meeting, notebook: Notebook, { client, keys, slot }: Seat): Promise<Typist> {
  const { door, dialect, authors } = meeting
  const typed = typeKeys(client, keys, slot === undefined ? typedFragment : fragmentName(slot))
  const place = slot === undefined ? undefined : slotPath('', slot)
  const author: Author = { ...typed, pressedAt: new Float64Array(keys), frames: framesOf(typed, place, meeting) }
  authors.set(client, author)
  const participant = await join({
    door,
    dialect,
    onReceived: (received) => note(received, client, meeting, notebook),
  })
  participant.write(maskedFrame(dialect.update(door.room, typed.opening)))
  let pressed = 0
  return {
    participant,
    press() {
      const frames = author.frames[pressed]
      if (frames === undefined) throw new Error('A typist ran out of keys.')
      author.pressedAt[pressed] = performance.now()
      participant.write(frames.edit)
      participant.write(frames.caret)
      pressed += 1
    },
  }
}

interface Author extends Keystrokes {
  readonly pressedAt: Float64Array
  readonly frames: readonly { edit: Buffer; caret: Buffer }[]
}

function framesOf(typed: Keystrokes, place: string | undefined, { door, dialect }: Meeting): Author['frames'] {
  return typed.updates.map((update, key) => ({
    edit: maskedFrame(dialect.update(door.room, update)),
    caret: maskedFrame(dialect.caret(door.room, caretBehind(typed, key, place))),
  }))
}

function note(received: Received, own: number, { arrivals, authors }: Meeting, notebook: Notebook): void {
  if (!notebook.isOpen) return
  switch (received.kind) {
    case 'state':
    case 'update':
      for (const { client, from, to } of arrivals.edits(received.update)) {
        const author = client === own ? undefined : authors.get(client)
        if (author === undefined) continue
        const now = performance.now()
        for (let key = Math.max(0, from - author.firstClock); key < to - author.firstClock; key += 1) {
          notebook.edits += 1
          notebook.latenciesMs.push(now - (author.pressedAt[key] ?? Number.NaN))
        }
      }
      break
    case 'carets':
      for (const client of arrivals.carets(received.carets)) if (client !== own) notebook.carets += 1
      break
    case 'saved':
    case 'other':
      break
    default:
      received satisfies never
  }
}
