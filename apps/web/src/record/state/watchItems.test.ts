import { itemsOf, moveItem, removeItem } from '@colophon/template'
import { expect, test } from 'vitest'
import { createHistory } from '../session/history.js'
import { seeded, write } from '../testing/phases.js'
import { watchItems } from './watchItems.js'

function watched() {
  const record = seeded()
  const watch = watchItems(record.root, 'g1')
  let told = 0
  watch.subscribe(() => {
    told += 1
  })
  return { ...record, watch, told: () => told }
}

test('[P8] writing within an item tells nobody who lists items', () => {
  const { root, watch, told } = watched()
  const before = watch.get()
  const [phase] = itemsOf(root, 'g1')
  if (phase !== undefined) write(phase.scope, 'PHASE_#_NAME', 'Design', 'me')
  expect(told()).toBe(0)
  expect(watch.get()).toBe(before)
})

test('[T6] a move is told, with the items renumbered', () => {
  const { root, watch, told } = watched()
  moveItem(root, 'g1', '1', 1)
  expect(told()).toBe(1)
  expect(watch.get().map(({ id, scope }) => [id, scope.indices])).toEqual([
    ['2', [1]],
    ['1', [2]],
  ])
})

test('[T6] an item that another’s removal did not move stays the same object', () => {
  const { root, watch } = watched()
  const [first] = watch.get()
  removeItem(root, 'g1', '2')
  expect(watch.get()).toEqual([first])
  expect(watch.get()[0]).toBe(first)
})

test('[U2] an item that an undo brought back is a new object, with its text at hand', () => {
  const { root, doc, template, watch } = watched()
  const history = createHistory(doc, template, () => null)
  const [before] = watch.get()
  history.change(() => removeItem(root, 'g1', '1'))
  history.undo()
  const [after] = watch.get()
  expect(after?.id).toBe('1')
  expect(after).not.toBe(before)
  expect(after?.scope.fragment('PHASE_#_NAME')).toBeDefined()
})
