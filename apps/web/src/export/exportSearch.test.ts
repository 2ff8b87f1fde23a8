import { expect, test } from 'vitest'
import { markdownQueryOf, readExportSearch } from './exportSearch.js'

test('the address keeps what differs from the default, and drops what it does not know', () => {
  expect(readExportSearch({ unfilled: 'omit', status: 'live' })).toEqual({ unfilled: 'omit', status: 'live' })
  expect(readExportSearch({ unfilled: 'keep', status: 'template', x: 1 })).toEqual({})
  expect(readExportSearch({ unfilled: 7, status: ['live'] })).toEqual({})
})

test('the server is asked for the defaults by name', () => {
  expect(markdownQueryOf({})).toEqual({ unfilled: 'keep', status: 'template' })
})
