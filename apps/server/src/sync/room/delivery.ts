import { syncType } from '@colophon/protocol'
import type { Connection } from '../sockets/connection.js'
import { syncWireFrame } from '../sockets/sync-frame.js'
import { joinFrames, type WireFrame } from '../sockets/wire-frame.js'
import type { LateCarets } from './late-carets.js'
import type { PresenceNews } from './presence.js'

/** What a room has to tell everybody in it. */
export interface Delivery {
  /** What became durable, as one update. */
  readonly update?: Uint8Array | undefined
  /** Whose it is. */
  readonly authors?: ReadonlySet<Connection | undefined>
  readonly presence: PresenceNews<Connection> | undefined
  /** For those who have not read what they were sent before. */
  readonly late: LateCarets
  /** How far the record has come, for those who understand it. */
  readonly position?: WireFrame | undefined
}

/**
 * Sends it with one write a socket, and to all who have no part in it the same bytes.
 * @see docs/spec.md D1, D7
 */
export function deliver(connections: Iterable<Connection>, delivery: Delivery): void {
  const { update, authors, presence, position, late } = delivery
  const text = update && syncWireFrame(syncType.update, update)
  const forStock = joinFrames([text, presence?.shared])
  const forColophon = position === undefined ? forStock : joinFrames([position, text, presence?.shared])
  for (const connection of connections) {
    const { isBehind } = connection
    if (isBehind || presence?.authors.has(connection) || authors?.has(connection)) {
      connection.together(() => {
        if (position !== undefined && connection.colophon) connection.write(position)
        // Only who wrote all of it has nothing to learn from it.
        const isOnlyAuthor = authors?.size === 1 && authors.has(connection)
        if (text !== undefined && !isOnlyAuthor) connection.write(text)
        if (isBehind && presence !== undefined) late.add(connection, presence.clients)
        const carets = isBehind ? undefined : presence?.without(connection)
        if (carets !== undefined) connection.write(carets)
        connection.sendSaved()
      })
    } else {
      const shared = connection.colophon ? forColophon : forStock
      if (shared !== undefined) connection.write(shared)
      connection.sendSaved()
    }
  }
}
