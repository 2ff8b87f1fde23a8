import { median } from '../../sync/meters/statistics.js'
import type { SubjectId } from '../pages/subject.js'
import type { Figures } from '../repetition.js'
import type { Goal, Row } from './rows.js'

/** A row with medians over the repetitions. */
export interface Standing {
  readonly row: Row
  readonly colophon: number | undefined
  readonly baseline: number | undefined
  /** The smallest and the largest of Colophon's. */
  readonly spread: readonly [number, number] | undefined
  readonly verdicts: readonly Verdict[]
}

export interface Verdict {
  readonly goal: Goal
  /** Colophon's figure, or its ratio to the baseline's. */
  readonly is: number
  readonly isMet: boolean
}

/** @param repetitions what each repetition found */
export function standingsOf(
  rows: readonly Row[],
  repetitions: readonly Readonly<Record<SubjectId, Figures>>[],
): Standing[] {
  return rows.map((row) => {
    const own = repetitions.flatMap(({ colophon }) => colophon[row.figure] ?? [])
    const theirs = repetitions.flatMap(({ baseline }) => baseline[row.beside ?? row.figure] ?? [])
    const colophon = own.length === 0 ? undefined : median(own)
    const baseline = theirs.length === 0 ? undefined : median(theirs)
    const verdicts = row.goals.flatMap((goal) => verdictOf(goal, colophon, baseline) ?? [])
    const spread = own.length === 0 ? undefined : ([Math.min(...own), Math.max(...own)] as const)
    return { row, colophon, baseline, spread, verdicts }
  })
}

/** @returns Colophon's figure as a multiple of the baseline's */
export function ratioOf({ colophon, baseline }: Pick<Standing, 'colophon' | 'baseline'>): number | undefined {
  return colophon === undefined || baseline === undefined || baseline === 0 ? undefined : colophon / baseline
}

function verdictOf(goal: Goal, colophon: number | undefined, baseline: number | undefined): Verdict | undefined {
  const is = goal.kind === 'at-most' ? colophon : ratioOf({ colophon, baseline })
  if (is === undefined) return undefined
  return { goal, is, isMet: is <= (goal.kind === 'at-most' ? goal.limit : goal.times) }
}
