import type { Outcome } from '../campaign.js'
import { median } from '../meters/statistics.js'
import type { PeerId } from '../servers/peer.js'
import type { Goal, Row } from './rows.js'

/** A row with what was measured: medians over the repetitions. */
export interface Standing {
  readonly row: Row
  readonly medians: ReadonlyMap<PeerId, number>
  readonly verdicts: readonly Verdict[]
}

export interface Verdict {
  readonly goal: Goal
  /** Colophon's figure, or its ratio to the peer's. */
  readonly is: number
  readonly isMet: boolean
}

/** @returns the rows that any figure was measured for. */
export function standingsOf(rows: readonly Row[], outcomes: readonly Outcome[]): Standing[] {
  return rows.flatMap((row) => {
    const outcome = outcomes.find(({ scenario }) => scenario === row.scenario)
    const medians = new Map<PeerId, number>()
    for (const [peer, figures] of outcome?.figures ?? []) {
      const values = figures.flatMap((each) => row.value(each) ?? [])
      if (values.length > 0) medians.set(peer, median(values))
    }
    const verdicts = row.goals.flatMap((goal) => verdictOf(goal, medians) ?? [])
    return medians.size === 0 ? [] : [{ row, medians, verdicts }]
  })
}

/** @returns Colophon's figure as a multiple of the peer's. */
export function ratio(medians: Standing['medians'], peer: PeerId): number | undefined {
  const [own, theirs] = [medians.get('colophon'), medians.get(peer)]
  return own === undefined || theirs === undefined ? undefined : own / theirs
}

function verdictOf(goal: Goal, medians: Standing['medians']): Verdict | undefined {
  switch (goal.kind) {
    case 'at-most': {
      const is = medians.get('colophon')
      return is === undefined ? undefined : { goal, is, isMet: is <= goal.limit }
    }
    case 'at-most-times': {
      const is = ratio(medians, goal.peer)
      return is === undefined ? undefined : { goal, is, isMet: is <= goal.times }
    }
    case 'at-least-times': {
      const is = ratio(medians, goal.peer)
      return is === undefined ? undefined : { goal, is, isMet: is >= goal.times }
    }
    default:
      return goal satisfies never
  }
}
