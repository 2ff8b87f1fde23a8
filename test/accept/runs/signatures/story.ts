import type { AuditEntry } from '@colophon/audit'
import type { Ledger } from '@colophon/protocol'
import { createWatched } from '../../watched.js'
import type { Desk, Seat } from './desk.js'

/** What people were told that they have signed. */
export interface Story {
  /** Approves and withdraws in turn, until the server does not answer any more. */
  signUntilGone(seat: Seat, desk: Desk): Promise<void>
  /** Resolves when so many more decisions were acknowledged. */
  heardMore(count: number): Promise<unknown>
  acknowledged(): number
  /** Decisions that are in the log and that nobody was told of. */
  unheard(): number
  /** Decisions that somebody was told of and the log does not have. */
  missingIn(entries: readonly AuditEntry[]): string[]
  /** Roles of which the ledger says something else than the log. */
  differing(entries: readonly AuditEntry[], ledger: Ledger): string[]
}

export function createStory(): Story {
  const heard = new Set<string>()
  const watched = createWatched()
  let told = 0
  let inLog = 0

  return {
    async signUntilGone(seat, desk) {
      try {
        const fingerprint = await desk.fingerprint()
        for (;;) {
          told += 1
          const mark = `${seat.role} ${told}`
          await desk.sign(seat, 'approve', fingerprint, mark)
          heard.add(mark)
          watched.changed()
          await desk.sign(seat, 'withdraw', fingerprint)
        }
      } catch (error) {
        // The connection was cut: fetch says so with a TypeError.
        if (!(error instanceof TypeError)) throw error
      }
    },
    heardMore(count) {
      const until = heard.size + count
      return watched.until('decisions that are acknowledged', () => heard.size >= until)
    },
    acknowledged: () => heard.size,
    unheard: () => inLog - heard.size,
    missingIn(entries) {
      const marks = new Set(entries.flatMap(({ what }) => (what.event === 'approved' ? [what.comment] : [])))
      inLog = marks.size
      return [...heard].filter((mark) => !marks.has(mark))
    },
    differing: (entries, { signoffs }) =>
      signoffs.flatMap(({ role, decision }) => {
        const last = entries.findLast(({ what }) => 'role' in what && what.role === role && decides(what.event))?.what
        const expected = last?.event === 'approved' ? last.comment : null
        const found = decision?.kind === 'approved' ? decision.comment : null
        return expected === found ? [] : [role]
      }),
  }
}

const decides = (event: string) => event === 'approved' || event === 'withdrawn'
