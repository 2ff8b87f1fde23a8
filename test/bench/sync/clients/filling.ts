import type { Door } from '../servers/peer.js'
import { runsOf } from '../traffic/arrivals.js'
import type { Dialect, Received } from '../traffic/dialect.js'
import type { History } from '../traffic/history.js'
import { join } from './participant.js'
import { maskedFrame } from './raw-socket.js'

/** Sends a history into a record, and waits until somebody else there has seen all of it. */
export async function fill(door: Door, dialect: Dialect, history: History): Promise<void> {
  let hasAll: (() => void) | undefined
  const shown = new Promise<void>((resolve) => {
    hasAll = resolve
  })
  const isAll = wholeOf(history.clocks)
  const reader = await join({
    door,
    dialect,
    onReceived(received) {
      if (isAll(received)) hasAll?.()
    },
  })
  const writer = await join({ door, dialect })
  for (const update of history.updates) writer.write(maskedFrame(dialect.update(door.room, update)))
  await shown
  writer.leave()
  reader.leave()
}

/** Tells when what was received, taken together, holds so many clocks: servers may answer before they have loaded all. */
export function wholeOf(clocks: number): (received: Received) => boolean {
  let seen = 0
  return (received) => {
    if (received.kind !== 'state' && received.kind !== 'update') return false
    seen += runsOf(received.update).reduce((sum, { from, to }) => sum + to - from, 0)
    return seen >= clocks
  }
}
