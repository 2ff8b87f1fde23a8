import type { Slot } from '@colophon/template'
import { fillStrings as strings } from '#strings/recordFill'
import { say } from '../../text/say.js'
import { dayAt, daysFromTo, readDay, writeDay } from './days.js'
import { durationOf } from './durations.js'
import type { Surroundings } from './surroundings.js'

/** Something a slot could say. It is shown, and written only when somebody takes it. */
export interface Offer {
  readonly label: string
  readonly value: string
  /** How many characters at the end of the text it takes the place of; all of them where that is `null`. */
  readonly replaces: number | null
}

/** Who can be named in a slot. */
export interface Names {
  readonly me: string
  /** The others of the workspace; empty until they are known. */
  readonly others: readonly string[]
}

/** So many are read at a glance. */
const mostOffers = 5
/** The one way of writing "a, b and c" that a person's name never holds. */
const separator = /,\s*|;\s*|\s+and\s+|\s*&\s*/g

/**
 * What could stand in a slot, the likeliest first: where nothing is written what can be known, and where somebody types a
 * name or a state, those that begin so.
 * @param text - what stands there now, of one line.
 */
export function offersFor(
  slot: Pick<Slot, 'kind'>,
  text: string,
  around: Surroundings,
  names: Names,
  now: Date,
): readonly Offer[] {
  const isEmpty = text.trim() === ''
  const whole = (value: string, label = value): Offer => ({ label, value, replaces: null })
  switch (slot.kind) {
    case 'date': {
      const date = writeDay(dayAt(now), around.dayStyle)
      return isEmpty ? [whole(date, say(strings.todayIs, { date }))] : []
    }
    case 'duration':
      return isEmpty ? periodOffers(around, whole) : []
    case 'status':
      return around.statuses
        .filter((status) => begins(status, text))
        .slice(0, mostOffers)
        .map((status) => whole(status))
    case 'person':
      return people(text, names).slice(0, mostOffers)
    case 'link':
    case 'percent':
    case 'count':
    case 'text':
      return []
    default:
      return slot.kind satisfies never
  }
}

function periodOffers({ period }: Surroundings, whole: (value: string, label: string) => Offer): Offer[] {
  if (period === undefined) return []
  const from = readDay(period.start)
  const to = readDay(period.end)
  const days = from === undefined || to === undefined ? 0 : daysFromTo(from.day, to.day)
  if (days < 1) return []
  const duration = durationOf(days)
  return [whole(duration, say(strings.between, { duration, start: period.start, end: period.end }))]
}

function people(text: string, { me, others }: Names): Offer[] {
  const last = [...text.matchAll(separator)].at(-1)
  const from = last === undefined ? 0 : last.index + last[0].length
  const typed = text.slice(from)
  const named = new Set(text.slice(0, from).split(separator))
  const offer = (name: string, label = name): Offer => ({ label, value: name, replaces: typed.length })
  return [
    ...(begins(me, typed) && !named.has(me) ? [offer(me, say(strings.me, { name: me }))] : []),
    ...others.filter((name) => begins(name, typed) && !named.has(name)).map((name) => offer(name)),
  ]
}

/** Whether one of the words of `name` begins as `typed` does, and `typed` is not all of it already. */
function begins(name: string, typed: string): boolean {
  const start = typed.trim().toLocaleLowerCase()
  const whole = name.toLocaleLowerCase()
  if (start === whole) return false
  return whole.startsWith(start) || whole.split(/[\s-]+/).some((word) => word.startsWith(start))
}
