import type { Slot } from '@colophon/template'

/** Where a period begins or ends, as slots are named. */
const beginning = /^(START|STARTS|STARTED|BEGIN|BEGINS|BEGAN|BEGINNING|KICKOFF|FROM)$/
const ending = /^(END|ENDS|ENDED|ENDING|COMPLETION|COMPLETED|FINISH|FINISHED|DELIVERY|DELIVERED|CLOSED|UNTIL)$/
/** Words that say how a slot is to be read, and nothing of what it is about. */
const formal = /^(DATE|DAY|ON|DURATION|ELAPSED|TOTAL|OVERALL|WHOLE|TIME)$/

/**
 * The two dates that a duration lies between, as the slots' names have it: `TOTAL_DURATION` goes with `START_DATE` and
 * `COMPLETION_DATE`, and `OUTAGE_DURATION` with `OUTAGE_STARTED_DATE` and `OUTAGE_END_DATE`, if they are of the same item.
 * @param slots - of the record's template.
 * @returns `undefined` where the names do not say, or say two things.
 */
export function periodOf(
  duration: Slot,
  slots: Iterable<Slot>,
): { readonly start: Slot; readonly end: Slot } | undefined {
  const dates = [...slots].filter(({ kind, group }) => kind === 'date' && group === duration.group)
  const about = topicOf(duration, formal)
  const [start, otherStart] = dates.filter((slot) => isOne(slot, beginning, about))
  const [end, otherEnd] = dates.filter((slot) => isOne(slot, ending, about))
  if (start === undefined || end === undefined || otherStart !== undefined || otherEnd !== undefined) return undefined
  return { start, end }
}

const wordsOf = ({ key }: Slot) => key.split('_')

function isOne(slot: Slot, role: RegExp, about: string): boolean {
  return wordsOf(slot).some((word) => role.test(word)) && topicOf(slot, formal, role) === about
}

function topicOf(slot: Slot, ...without: readonly RegExp[]): string {
  return wordsOf(slot)
    .filter((word) => without.every((pattern) => !pattern.test(word)))
    .join(' ')
}
