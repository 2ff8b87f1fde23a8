import type { Actor } from '@colophon/audit'
import type { Identity } from '../sync/rooms.js'

/** Somebody as a log names them. */
export function actorOf({ kind, id, name }: Identity): Actor {
  return { kind: kind === 'person' ? 'person' : 'service', id, name }
}
