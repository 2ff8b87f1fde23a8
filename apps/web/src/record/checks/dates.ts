import { isOpenEnded } from './openEnded.js'

/** The days that a text can mean, as days since 1 January 1970, both included. */
export interface Days {
  readonly first: number
  readonly last: number
}

/** What a text says of a day. */
export type DateReading =
  | ({ readonly kind: 'days' } & Days)
  /** Some date may be meant, and which is not known; or it says that there is none yet. */
  | { readonly kind: 'unknown' }
  /** `text` is written as a date, and there is no such day. */
  | { readonly kind: 'impossible'; readonly text: string }
  | { readonly kind: 'none' }

/**
 * Reads what people write for a date: `2026-09-08`, `8.9.2026`, `8 September 2026`, `Sept 8, 2026`, `2026-09`, `Q3 2026`.
 * A text with several means all the days between them; `08/09/2026` may be in August or in September, and means both.
 */
export function readDate(text: string): DateReading {
  let rest = text
  const days: Days[] = []
  for (const { pattern, read } of forms) {
    for (const match of text.matchAll(pattern)) {
      const { 0: whole, groups = {} } = match
      if (!rest.includes(whole)) continue
      rest = rest.replace(whole, ' ')
      const found = read(groups)
      if (found === null) return { kind: 'impossible', text: whole.trim() }
      days.push(found)
    }
  }
  if (days.length > 0) {
    return {
      kind: 'days',
      first: Math.min(...days.map(({ first }) => first)),
      last: Math.max(...days.map(({ last }) => last)),
    }
  }
  const isSomething = isOpenEnded(text) || (/\d/.test(text) && !duration.test(text)) || month.test(text)
  return { kind: isSomething ? 'unknown' : 'none' }
}

type Groups = Readonly<Record<string, string | undefined>>

interface Form {
  readonly pattern: RegExp
  /** `null` where there is no such day. */
  readonly read: (groups: Groups) => Days | null
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthWord =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const month = new RegExp(`\\b${monthWord}(?![a-z])`, 'i')
const duration = /^[~≈]?\s*\d+(?:[.,]\d+)?\s*(?:h|hours?|d|days?|w|weeks?|months?|years?)$/i

/** The longer ones first: what one has read is not read again. */
const forms: readonly Form[] = [
  {
    pattern: /(?<![\d./-])(?<year>\d{4})(?<sign>[-./])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)/g,
    read: ({ year, month, day }) => theDay(year, month, day),
  },
  {
    pattern: /(?<![\d./-])(?<one>\d{1,2})(?<sign>[-./])(?<two>\d{1,2})\k<sign>(?<year>\d{4}|\d{2})(?!\d)/g,
    read({ one, two, sign, year }) {
      const byDay = theDay(year, two, one)
      const byMonth = sign === '.' ? null : theDay(year, one, two)
      if (byDay === null || byMonth === null) return byDay ?? byMonth
      return { first: Math.min(byDay.first, byMonth.first), last: Math.max(byDay.last, byMonth.last) }
    },
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?${monthWord},?\\s+(?<year>\\d{4})\\b`,
      'gi',
    ),
    read: ({ day, name, year }) => theDay(year, numberOf(name), day),
  },
  {
    pattern: new RegExp(`\\b${monthWord}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})\\b`, 'gi'),
    read: ({ day, name, year }) => theDay(year, numberOf(name), day),
  },
  {
    pattern: new RegExp(`\\b${monthWord},?\\s+(?<year>\\d{4})\\b`, 'gi'),
    read: ({ name, year }) => theMonths(year, numberOf(name), 1),
  },
  {
    pattern: /(?<![\d./-])(?<year>\d{4})-(?<month>\d{2})(?![\d-])/g,
    read: ({ year, month }) => theMonths(year, month, 1),
  },
  {
    pattern: /\bQ(?<quarter>[1-4])[\s/-]*(?<year>\d{4})\b/gi,
    read: ({ quarter, year }) => theMonths(year, Number(quarter) * 3 - 2, 3),
  },
]

function theDay(
  yearText: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): Days | null {
  const [year, m, d] = [fullYear(yearText), Number(month), Number(day)]
  const date = new Date(Date.UTC(year, m - 1, d))
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null
  const at = date.getTime() / dayMs
  return { first: at, last: at }
}

function theMonths(year: string | undefined, month: string | number | undefined, count: number): Days | null {
  const from = Number(month)
  if (from < 1 || from > 12) return null
  const first = Date.UTC(fullYear(year), from - 1, 1) / dayMs
  return { first, last: Date.UTC(fullYear(year), from - 1 + count, 1) / dayMs - 1 }
}

const dayMs = 86_400_000
const fullYear = (year: string | undefined) => (year?.length === 2 ? 2_000 + Number(year) : Number(year))
const numberOf = (name: string | undefined) => monthNames.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
