/** A day of the calendar, wherever one is: months and days from 1. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Ways of writing a day that leave no doubt which one it is. */
export type DayStyle = 'iso' | 'day-month' | 'day-mon' | 'month-day' | 'dotted'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const monthNumber = (word: string) =>
  word.length < 3 ? 0 : months.findIndex((name) => name.toLowerCase().startsWith(word.toLowerCase())) + 1

/** Each way's pattern, with the year, the month and the day by name. */
const styles: readonly (readonly [DayStyle, RegExp])[] = [
  ['iso', /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/],
  ['dotted', /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})$/],
  ['day-mon', /^(?<day>\d{1,2}) (?<month>[a-z]{3})\.? (?<year>\d{4})$/i],
  ['day-month', /^(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>[a-z]{3,9}),? (?<year>\d{4})$/i],
  ['month-day', /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/i],
]

/** The day that `text` is, and how it writes it; `undefined` for other words, and for a day that no calendar has. */
export function readDay(text: string): { readonly day: Day; readonly style: DayStyle } | undefined {
  for (const [style, pattern] of styles) {
    const { year = '', month = '', day = '' } = pattern.exec(text.trim())?.groups ?? {}
    const found = { year: Number(year), month: /\d/.test(month) ? Number(month) : monthNumber(month), day: Number(day) }
    if (year !== '' && isReal(found)) return { day: found, style }
  }
  return undefined
}

/** A day in words. */
export function writeDay({ year, month, day }: Day, style: DayStyle): string {
  const name = months[month - 1] ?? ''
  switch (style) {
    case 'iso':
      return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
    case 'dotted':
      return `${day}.${month}.${year}`
    case 'day-mon':
      return `${day} ${name.slice(0, 3)} ${year}`
    case 'day-month':
      return `${day} ${name} ${year}`
    case 'month-day':
      return `${name} ${day}, ${year}`
    default:
      return style satisfies never
  }
}

/** How most of these texts write their days; ISO where none does, and where two ways are as common. */
export function styleOf(texts: readonly string[]): DayStyle {
  const counts = new Map<DayStyle, number>()
  for (const text of texts) {
    const style = readDay(text)?.style
    if (style !== undefined) counts.set(style, (counts.get(style) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first === undefined || first[1] === second?.[1] ? 'iso' : first[0]
}

/** The day of a moment, where the reader is. */
export function dayAt(date: Date): Day {
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() }
}

/** Midnight at its beginning, where the reader is. */
export function startOf({ year, month, day }: Day): Date {
  return new Date(year, month - 1, day)
}

/** How many days lie from one to the other, both counted; less than 1 where the second comes first. */
export function daysFromTo(from: Day, to: Day): number {
  // Through UTC, because a day of local time may have 23 hours.
  const utc = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day)
  return Math.round((utc(to) - utc(from)) / 86_400_000) + 1
}

function isReal({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const twoDigits = (part: number) => String(part).padStart(2, '0')
