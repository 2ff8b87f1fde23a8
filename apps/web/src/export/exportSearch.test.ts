import { expect, test } from 'vitest'
import { markdownQueryOf, readExportSearch } from './exportSearch.js'

test('the address keeps what differs from the default, and drops what it does not know', () => {
  expect(readExportSearch({ unfilled: 'omit', status: 'live' })).toEqual({ unfilled: 'omit', status: 'live' })
  expect(readExportSearch({ unfilled: 'keep', x: 1 })).toEqual({})
  expect(readExportSearch({ status: 'template' })).toEqual({ status: 'template' })
  expect(readExportSearch({ unfilled: 7, status: ['live'] })).toEqual({})
})

test('[G5] a record that is not completed prints its real status, unless the template’s is asked for', () => {
  expect(markdownQueryOf({}, 'in review')).toEqual({ unfilled: 'keep', status: 'live' })
  expect(markdownQueryOf({ status: 'template' }, 'draft')).toEqual({ unfilled: 'keep', status: 'template' })
  expect(markdownQueryOf({}, 'completed')).toEqual({ unfilled: 'keep', status: 'template' })
})
