import type { Change } from '@colophon/protocol'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import DifferenceList from './DifferenceList.js'
import { nameOf, peopleOf, wordsOf } from './differenceWords.js'

const place = { path: '/g1:2@P', label: 'Phase name', where: 'Phase 2' }
const item = { path: '/g1:2', label: 'Phase 2', where: '', title: 'Roll-out' }
const ada = { id: 'a', name: 'Ada' }

const shown = (changes: readonly Change[], onGo?: (path: string) => void) =>
  renderToStaticMarkup(createElement(DifferenceList, { changes, ...(onGo && { onGo }) }))
    .replace(/ class="[^"]*"/g, '')
    .replace(/<span> (.*?) <\/span>/g, '$1')

test('[G3] a change says where it is, what became of it and by whom', () => {
  const said = (change: Change) => [nameOf(change), wordsOf(change), peopleOf(change)]
  expect(said({ kind: 'text', ...place, before: 'a', after: 'b', by: [ada, { id: 'b', name: 'Ben' }] })).toEqual([
    'Phase 2: Phase name',
    'Changed',
    'by Ada and Ben',
  ])
  expect(said({ kind: 'moved', ...item, from: 3, to: 1 })).toEqual([
    'Phase 2, “Roll-out”',
    'Moved from number 3 to number 1',
    '',
  ])
  expect(said({ kind: 'added', ...item, title: '', where: 'Plan' })).toEqual(['Plan: Phase 2', 'Added', ''])
  expect(said({ kind: 'tick', ...place, label: '', done: false })).toEqual(['Phase 2', 'Tick taken away', ''])
  expect(said({ kind: 'tick', ...place, label: 'Phase 2: Roll-out', done: true })[0]).toBe('Phase 2: Roll-out')
  expect(said({ kind: 'form' })[0]).toBe('')
})

test('[G3] a text that came or went says so, whether it was written, emptied or went along', () => {
  const words = (before: string | null, after: string | null) => wordsOf({ kind: 'text', ...place, before, after })
  expect([words('', 'a'), words('a', ''), words('a', 'b')]).toEqual(['Filled in', 'Emptied', 'Changed'])
  expect([words(null, 'a'), words('a', null)]).toEqual(['Added with its item', 'Removed with its item'])
})

test('[G3] [U1] what was taken out and put in is marked, and said to who does not see it', () => {
  expect(shown([{ kind: 'text', ...place, before: 'on Monday', after: 'on Friday' }])).toContain(
    '<p>on <del>(taken out:Monday)</del><ins>(put in:Friday)</ins></p>',
  )
})

test('[G3] what is still there has a way to it, and what is gone has none', () => {
  const changes: Change[] = [
    { kind: 'text', ...place, before: 'a', after: 'b' },
    { kind: 'text', ...place, before: 'a', after: null },
    { kind: 'removed', ...item },
    { kind: 'moved', ...item, from: 1, to: 2 },
    { kind: 'form' },
  ]
  expect(shown(changes, () => undefined).match(/<button/g)).toHaveLength(2)
  expect(shown(changes)).not.toContain('<button')
})

test('[G3] no change is said, too', () => {
  expect(shown([])).toBe('<p>Nothing has changed.</p>')
})
