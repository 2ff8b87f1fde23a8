import { locale } from '#strings/locale'
import { textStrings } from '#strings/text'

const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
/** A day of this year, and of any other. */
export const dayThisYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' })
export const dayAnyYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' })
const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' })

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/**
 * How long ago, as people say it: "just now", "3 minutes ago", "yesterday", then the date.
 * @param iso - ISO 8601. A time in the future (a clock that is off) counts as now.
 * @param now - milliseconds since the epoch.
 * @returns the empty string for what is no time.
 */
export function relativeTime(iso: string, now: number): string {
  const then = Date.parse(iso)
  if (Number.isNaN(then)) return ''
  const ago = Math.max(0, now - then)
  if (ago < 45 * second) return textStrings.justNow
  if (ago < 59.5 * minute) return relative.format(-Math.max(1, Math.round(ago / minute)), 'minute')
  const days = calendarDays(then, now)
  if (days === 0 || ago < 6 * hour) return relative.format(-Math.max(1, Math.round(ago / hour)), 'hour')
  if (days < 7) return relative.format(-days, 'day')
  const sameYear = new Date(then).getFullYear() === new Date(now).getFullYear()
  return (sameYear ? dayThisYear : dayAnyYear).format(then)
}

/** The full date and time, in the reader's own time zone. */
export function exactTime(iso: string): string {
  const then = Date.parse(iso)
  return Number.isNaN(then) ? '' : exact.format(then)
}

/** Midnights between the two, so that yesterday evening is "yesterday" and not "14 hours ago". */
function calendarDays(then: number, now: number): number {
  const from = new Date(then)
  const to = new Date(now)
  // Through UTC, because a day of local time may have 23 hours.
  const utc = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((utc(to) - utc(from)) / day)
}
