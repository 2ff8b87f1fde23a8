import type { Log } from '../log.js'
import type { Rooms } from '../sync/rooms.js'
import type { Ledgers } from './ledgers.js'
import type { Texts } from './texts.js'

/** Tells within 200 ms whether what was decided on is still what the record says. */
export interface Watch {
  /** Looks at a record whose text may have changed unseen. */
  look(recordId: string): void
  close(): Promise<void>
}

/**
 * Only records in which something is decided are read at all. The first change is looked at at once: it is the one that makes
 * decisions stale. While people write on, they are looked at again when a reading has rested as long as it took, so that no
 * more than half of a thread goes into one record.
 * @see docs/spec.md G3
 */
export function createWatch(parts: {
  rooms: Pick<Rooms, 'onChanged'>
  ledgers: Pick<Ledgers, 'isDecided' | 'note'>
  texts: Pick<Texts, 'fingerprint'>
  log: Log
  pace?: { restMs: number }
}): Watch {
  const { rooms, ledgers, texts, log, pace = { restMs: 50 } } = parts
  /** Records that are being read, and whether they have changed since. */
  const reading = new Map<string, { isBehind: boolean; done: Promise<void> }>()
  let closed = false

  function look(recordId: string): void {
    if (closed || !ledgers.isDecided(recordId)) return
    const under = reading.get(recordId)
    if (under === undefined) reading.set(recordId, { isBehind: false, done: follow(recordId) })
    else under.isBehind = true
  }

  async function follow(recordId: string): Promise<void> {
    // The entry is there from the next turn on.
    await Promise.resolve()
    for (let state = reading.get(recordId); state !== undefined && !closed; state = next(recordId)) {
      state.isBehind = false
      const began = performance.now()
      try {
        await ledgers.note(recordId, await texts.fingerprint(recordId))
      } catch (error) {
        log.warn({ err: error, recordId }, 'Whether sign-offs still cover a record could not be told.')
      }
      await rest(Math.max(pace.restMs, performance.now() - began))
    }
    reading.delete(recordId)
  }

  const next = (recordId: string) => {
    const state = reading.get(recordId)
    return state?.isBehind === true ? state : undefined
  }

  rooms.onChanged(look)
  return {
    look,
    async close() {
      closed = true
      await Promise.all([...reading.values()].map(({ done }) => done))
    },
  }
}

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
