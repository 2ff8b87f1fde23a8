import { limits, syncType } from '@colophon/protocol'
import type { Connection } from '../sockets/connection.js'
import { syncWireFrame } from '../sockets/sync-frame.js'
import type { Presence } from './presence.js'
import type { RecordState } from './record-state.js'

/** What sockets ask for and others hear nothing of. */
export interface Questions {
  /** What is it that somebody with this state lacks? */
  missingFrom(from: Connection, vector: ReadonlyMap<number, number>): void
  /** Who is there? */
  present(from: Connection): void
}

/**
 * Answers once a turn, and not before the last answer was read: of many questions of one kind, only the last counts. So
 * twenty thousand of them are one answer, and a peer that reads none of its answers makes the server keep one.
 * @see docs/spec.md S1, A7
 */
export function createQuestions(
  state: Pick<RecordState, 'missingFrom'>,
  presence: Pick<Presence<Connection>, 'tell'>,
): Questions {
  const asked = new WeakMap<Connection, Asked>()

  function ask(from: Connection, question: Asked): void {
    const open = asked.get(from)
    asked.set(from, { ...open, ...question })
    if (open === undefined) from.afterwards(() => answer(from))
  }

  function answer(to: Connection): void {
    const { vector, presence: wantsPresence } = asked.get(to) ?? {}
    asked.delete(to)
    if (vector !== undefined) {
      const missing = state.missingFrom(vector)
      to.charge((missing.length / 1_024) * limits.work.answeredKilobyte)
      to.write(syncWireFrame(syncType.step2, missing))
    }
    if (wantsPresence) to.charge(presence.tell(to) * limits.work.listener)
  }

  return {
    missingFrom: (from, vector) => ask(from, { vector }),
    present: (from) => ask(from, { presence: true }),
  }
}

interface Asked {
  readonly vector?: ReadonlyMap<number, number>
  readonly presence?: true
}
