import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DayStyle, dayAt, daysFromTo, readDay, startOf, styleOf, writeDay } from './days.js'

const day = (year: number, month: number, of: number) => ({ year, month, day: of })
const allStyles: readonly DayStyle[] = ['iso', 'day-month', 'day-mon', 'month-day', 'dotted']

test.each([
  ['2026-11-02', 'iso'],
  ['2026-11-2', 'iso'],
  [' 2 November 2026 ', 'day-month'],
  ['2nd november, 2026', 'day-month'],
  ['2 Nov 2026', 'day-mon'],
  ['November 2, 2026', 'month-day'],
  ['Nov. 2nd 2026', 'month-day'],
  ['02.11.2026', 'dotted'],
])('[U6] %s is that day', (text, style) => {
  expect(readDay(text)).toEqual({ day: day(2026, 11, 2), style })
})

test.each([
  '',
  'soon',
  'TBD',
  '2026-02-30',
  '2026-13-01',
  '31 June 2026',
  '2 Ja 2026',
  '02/11/2026',
  '2026',
  'Q3 2026',
])('[U6] %j is no day that leaves no doubt', (text) => expect(readDay(text)).toBeUndefined())

test('[U6] a day that was written is read as the same day, in each way', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(1900, 0, 1), max: new Date(2200, 0, 1), noInvalidDate: true }),
      fc.constantFrom(...allStyles),
      (date, style) => {
        const written = dayAt(date)
        expect(readDay(writeDay(written, style))?.day).toEqual(written)
        expect(dayAt(startOf(written))).toEqual(written)
      },
    ),
  )
})

test('[U6] a day is written as those around it are, and as ISO has it where they do not say', () => {
  expect(styleOf(['2 November 2026', '', 'TBD', '3 December 2026', '2026-11-02'])).toBe('day-month')
  expect(styleOf(['2 November 2026', '2026-11-02'])).toBe('iso')
  expect(styleOf(['', 'soon'])).toBe('iso')
})

test('[U6] both ends of a period count, whatever the clocks do in between', () => {
  expect(daysFromTo(day(2026, 9, 1), day(2026, 10, 30))).toBe(60)
  expect(daysFromTo(day(2026, 3, 28), day(2026, 3, 30))).toBe(3)
  expect(daysFromTo(day(2026, 3, 28), day(2026, 3, 28))).toBe(1)
  expect(daysFromTo(day(2026, 3, 28), day(2026, 3, 27))).toBe(0)
})
