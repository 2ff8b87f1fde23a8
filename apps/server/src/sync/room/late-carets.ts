import type { Connection } from '../sockets/connection.js'
import type { Presence } from './presence.js'

/** Carets that a socket is not told of while it reads slowly: of each, only the last state counts. */
export interface LateCarets {
  /** Tells the socket of these clients as they are once it has read what was sent before. */
  add(connection: Connection, clients: Iterable<number>): void
}

/** @see docs/spec.md A7 */
export function createLateCarets(presence: Pick<Presence<Connection>, 'about'>): LateCarets {
  const missed = new WeakMap<Connection, Set<number>>()

  function tell(connection: Connection): void {
    const clients = missed.get(connection) ?? []
    missed.delete(connection)
    const frame = presence.about(clients, connection)
    if (frame !== undefined) connection.write(frame)
  }

  return {
    add(connection, clients) {
      const open = missed.get(connection)
      missed.set(connection, new Set([...(open ?? []), ...clients]))
      if (open === undefined) connection.afterwards(() => tell(connection))
    },
  }
}
