/** Shares the event loop out among sockets: what one turn of it has no room for is done in the next ones, by turns. */
export interface Turns {
  /** Whether this turn has room left, and nobody waits for one. */
  readonly isOpen: boolean
  /** Says that work was done in this turn. */
  spend(work: number): void
  /** Calls `act` in a later turn, after those who wait already. It must not throw. */
  wait(act: () => void): void
  /** Calls `act` after this turn, whoever waits. It must not throw. */
  afterwards(act: () => void): void
}

/**
 * Between two turns the process reads from all its sockets, so that whoever asks for little never waits long.
 * @param turnWork how much work a turn has room for
 * @see docs/spec.md A6, A7
 */
export function createTurns(turnWork: number): Turns {
  const waiting = new Set<() => void>()
  const ending = new Set<() => void>()
  let spent = 0
  let isScheduled = false

  function schedule(): void {
    if (!isScheduled) setImmediate(begin)
    isScheduled = true
  }

  function begin(): void {
    isScheduled = false
    spent = 0
    // Half a turn, so that answers to some keep nobody from asking.
    perform(ending, turnWork / 2)
    perform(waiting, turnWork)
    if (spent > 0 || waiting.size + ending.size > 0) schedule()
  }

  /** Whoever waits again is at the end of the set, and so of this very loop. */
  function perform(acts: Set<() => void>, room: number): void {
    for (const act of acts) {
      if (spent >= room) break
      acts.delete(act)
      act()
    }
  }

  return {
    get isOpen() {
      return spent < turnWork && waiting.size === 0
    },
    spend(work) {
      spent += work
      schedule()
    },
    wait(act) {
      waiting.add(act)
      schedule()
    },
    afterwards(act) {
      ending.add(act)
      schedule()
    },
  }
}
