import { expect, test } from 'vitest'
import { queryOf, readRecordsSearch } from './recordsSearch.js'

test('the address of a filtered list is read, and what it does not know left out', () => {
  expect(readRecordsSearch({ q: 'limits', status: 'in review', archived: true, waiting: true, page: 2 })).toEqual({
    q: 'limits',
    status: 'in review',
    archived: true,
    waiting: true,
  })
  expect(readRecordsSearch({ q: {}, status: 'lost', archived: 'yes', waiting: 1 })).toEqual({})
})

test('a search for a number stays a search for its digits', () => {
  expect(readRecordsSearch({ q: 42 })).toEqual({ q: '42' })
})

test('the archive is asked for by name; blanks are not searched for', () => {
  expect(queryOf({ q: '  ' })).toEqual({ archived: 'false' })
  expect(queryOf({ q: ' a ', archived: true })).toEqual({ q: 'a', archived: 'true' })
})
