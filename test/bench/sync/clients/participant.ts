import { setTimeout as wait } from 'node:timers/promises'
import type { Door } from '../servers/peer.js'
import type { Dialect, Received } from '../traffic/dialect.js'
import { maskedFrame, openRawSocket, type RawSocket, UpgradeRefused } from './raw-socket.js'

/** Somebody with a record open. */
export interface Participant {
  /** Writes frames that are masked already. */
  write(frames: Uint8Array): void
  leave(): void
}

export interface Place {
  readonly door: Door
  readonly dialect: Dialect
  onReceived?(received: Received): void
  /** Whether an answer brings the record; servers may answer before they have loaded it. */
  isAnswer?(received: Received): boolean
}

/** Opens a record. Resolves when its content has come. A socket that is lost while it is wanted ends the measurement. */
export async function join({ door, dialect, onReceived, isAnswer }: Place): Promise<Participant> {
  let answered: (() => void) | undefined
  const answer = new Promise<void>((resolve) => {
    answered = resolve
  })
  const socket = await openPatiently(door.url, headersOf(door, dialect), {
    onMessage(message) {
      const received = dialect.read(message)
      if (answered !== undefined && (isAnswer?.(received) ?? received.kind === 'state')) {
        answered()
        answered = undefined
      }
      onReceived?.(received)
    },
    onLost(why) {
      throw new Error(`A participant of ${door.url} lost the server: ${why}`)
    },
  })
  for (const frame of dialect.greeting(door.room)) socket.write(maskedFrame(frame))
  if (dialect.answers) await answer
  return { write: socket.write, leave: socket.close }
}

/** A server that has too much to do may ask people to come again a little later. */
async function openPatiently(...door: Parameters<typeof openRawSocket>): Promise<RawSocket> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openRawSocket(...door)
    } catch (error) {
      const retryAfterS = error instanceof UpgradeRefused ? error.retryAfterS : undefined
      if (retryAfterS === undefined || attempt === mostAttempts) throw error
      await wait(retryAfterS * 1_000)
    }
  }
}

const mostAttempts = 5

/** Opens records for many at once, but not for so many that the server's backlog of new connections overflows. */
export async function joinAll(places: readonly Place[], atOnce = 50): Promise<Participant[]> {
  const participants: Participant[] = []
  for (let first = 0; first < places.length; first += atOnce) {
    participants.push(...(await Promise.all(places.slice(first, first + atOnce).map(join))))
  }
  return participants
}

function headersOf(door: Door, dialect: Dialect): Record<string, string> {
  const protocol = dialect.subprotocol === undefined ? {} : { 'Sec-WebSocket-Protocol': dialect.subprotocol }
  return { ...protocol, ...door.headers }
}
