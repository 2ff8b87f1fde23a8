import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDate } from './dates.js'

const day = (iso: string) => Date.parse(iso) / 86_400_000
const days = (first: string, last = first) => ({ kind: 'days', first: day(first), last: day(last) })

test.each([
  ['2026-09-08', days('2026-09-08')],
  ['2026/9/8', days('2026-09-08')],
  ['8.9.2026', days('2026-09-08')],
  ['8.9.26', days('2026-09-08')],
  ['8 September 2026', days('2026-09-08')],
  ['8th Sept. 2026', days('2026-09-08')],
  ['September 8, 2026', days('2026-09-08')],
  ['2026-09-08T10:00Z', days('2026-09-08')],
  ['Sept 2026', days('2026-09-01', '2026-09-30')],
  ['2026-02', days('2026-02-01', '2026-02-28')],
  ['Q4 2026', days('2026-10-01', '2026-12-31')],
  ['08/09/2026', days('2026-08-09', '2026-09-08')],
  ['25/12/2026', days('2026-12-25')],
  ['2026-10-05 shadow → 2026-10-19 enforce', days('2026-10-05', '2026-10-19')],
])('[U8] “%s” is a date', (text, meant) => {
  expect(readDate(text)).toEqual(meant)
})

test.each(['2026-02-30', '31.11.2026', '2025-02-29', '13/13/2026', '2026-13', '31 June 2026'])(
  '[U8] there is no %s',
  (text) => {
    expect(readDate(text)).toEqual({ kind: 'impossible', text })
  },
)

test.each(['', 'TBD', 'n/a', '–', '8 September', 'May', 'week 37', 'v1.2', 'Not applicable, because it was dropped'])(
  '[U8] “%s” may be one, or says that there is none',
  (text) => {
    expect(readDate(text)).toEqual({ kind: 'unknown' })
  },
)

test.each(['soon', 'when Ada is back', '4 days', 'decided'])('[U8] “%s” is no date', (text) => {
  expect(readDate(text)).toEqual({ kind: 'none' })
})

test('[U8] every day there is can be read in each order it may be written in', () => {
  const anyDay = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(anyDay, (date) => {
      const iso = date.toISOString().slice(0, 10)
      const [year, month, dayOfMonth] = iso.split('-')
      const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(date)
      for (const text of [
        iso,
        `${dayOfMonth}.${month}.${year}`,
        `${dayOfMonth} ${name} ${year}`,
        `${name} ${dayOfMonth}, ${year}`,
      ]) {
        expect(readDate(`on ${text}.`)).toEqual(days(iso))
      }
    }),
  )
})
