import { personBehind } from '../../identity/person-behind.js'
import type { Identity } from '../rooms.js'

/** How many sockets each person has open. */
export interface OpenSockets {
  /** Counts one more, unless there are too many. @returns what takes it back, once, or where there are too many */
  open(who: Identity, recordId: string): (() => void) | 'too-many-on-record' | 'too-many'
}

export interface SocketCaps {
  readonly onOneRecord: number
  readonly inAll: number
}

/** The service account is the operator's own, and has no cap. @see docs/spec.md A7 */
export function createOpenSockets(caps: SocketCaps): OpenSockets {
  const counts = new Map<string, number>()
  const countOf = (key: string) => counts.get(key) ?? 0

  function add(key: string, change: 1 | -1): void {
    const count = countOf(key) + change
    if (count === 0) counts.delete(key)
    else counts.set(key, count)
  }

  return {
    open(who, recordId) {
      const id = personBehind(who)
      if (id === undefined) return () => undefined
      const onRecord = `${id} ${recordId}`
      if (countOf(onRecord) >= caps.onOneRecord) return 'too-many-on-record'
      if (countOf(id) >= caps.inAll) return 'too-many'
      for (const key of [id, onRecord]) add(key, 1)
      return () => {
        for (const key of [id, onRecord]) add(key, -1)
      }
    },
  }
}
