import type { SlotKind } from '@colophon/template'
import { expect, test } from 'vitest'
import { offersFor } from './offers.js'
import type { Surroundings } from './surroundings.js'

const now = new Date(2026, 10, 22)
const names = { me: 'Ada Lovelace', others: ['Grace Hopper', 'Barbara Liskov', 'Gerald Sussman'] }
const plain: Surroundings = { dayStyle: 'iso', statuses: ['Shipped', 'In progress', 'In review'], period: undefined }

const valuesFor = (kind: SlotKind, text: string, around: Surroundings = plain) =>
  offersFor({ kind }, text, around, names, now).map(({ value }) => value)

test('[U6] an empty date is offered today, as the record writes its days; a filled one nothing', () => {
  expect(offersFor({ kind: 'date' }, ' ', plain, names, now)).toEqual([
    { label: 'Today, 2026-11-22', value: '2026-11-22', replaces: null },
  ])
  expect(valuesFor('date', '', { ...plain, dayStyle: 'day-month' })).toEqual(['22 November 2026'])
  expect(valuesFor('date', '2')).toEqual([])
})

test('[U6] a duration is offered what lies between its dates, in words that say so', () => {
  const between = (start: string, end: string): Surroundings => ({ ...plain, period: { start, end } })
  expect(offersFor({ kind: 'duration' }, '', between('2026-09-01', '2026-10-30'), names, now)).toEqual([
    { label: '8.5 weeks, from 2026-09-01 to 2026-10-30', value: '8.5 weeks', replaces: null },
  ])
  expect(valuesFor('duration', '8', between('2026-09-01', '2026-10-30'))).toEqual([])
  for (const period of [
    between('2026-10-30', '2026-09-01'),
    between('', '2026-09-01'),
    between('soon', 'later'),
    plain,
  ])
    expect(valuesFor('duration', '', period)).toEqual([])
})

test('[U6] a state is offered by its beginning, and no more once it stands there', () => {
  expect(valuesFor('status', '')).toEqual(plain.statuses)
  expect(valuesFor('status', 'in')).toEqual(['In progress', 'In review'])
  expect(valuesFor('status', 'In progress')).toEqual([])
  expect(valuesFor('status', 'Done')).toEqual([])
})

test('[U6] a person is offered by any of their names, oneself first', () => {
  expect(offersFor({ kind: 'person' }, '', plain, names, now)[0]).toEqual({
    label: 'Me, Ada Lovelace',
    value: 'Ada Lovelace',
    replaces: 0,
  })
  expect(valuesFor('person', '')).toEqual([names.me, ...names.others])
  expect(valuesFor('person', 'g')).toEqual(['Grace Hopper', 'Gerald Sussman'])
  expect(valuesFor('person', 'lis')).toEqual(['Barbara Liskov'])
  expect(valuesFor('person', 'ada lovelace')).toEqual([])
})

test('[U6] of several people the last is offered, in the place of what was typed of them, and nobody twice', () => {
  expect(offersFor({ kind: 'person' }, 'Grace Hopper, bar', plain, names, now)).toEqual([
    { label: 'Barbara Liskov', value: 'Barbara Liskov', replaces: 3 },
  ])
  expect(valuesFor('person', 'Ada Lovelace and g')).toEqual(['Grace Hopper', 'Gerald Sussman'])
  expect(valuesFor('person', 'Grace Hopper, ')).toEqual(['Ada Lovelace', 'Barbara Liskov', 'Gerald Sussman'])
})

test('[U6] where nothing can be known nothing is offered', () => {
  for (const kind of ['link', 'percent', 'count', 'text'] as const) expect(valuesFor(kind, '')).toEqual([])
})
