import { fillStrings as strings } from '#strings/recordFill'
import { say } from '../../text/say.js'

const daysInWeek = 7
const daysInMonth = 30.44

/**
 * A number of days as people say it: in days up to a fortnight, then in weeks, halves of them too, and from half a year on
 * in months.
 * @param days - at least 1.
 */
export function durationOf(days: number): string {
  if (days < 2 * daysInWeek) return say(strings.days, { count: days })
  if (days < 26 * daysInWeek) return say(strings.weeks, { count: halves(days / daysInWeek) })
  return say(strings.months, { count: halves(days / daysInMonth) })
}

const halves = (count: number) => Math.round(count * 2) / 2
