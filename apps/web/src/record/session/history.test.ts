import { addItem, itemsOf, removeItem, setTicked, ticked } from '@colophon/template'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import { editorChanges } from '../editor/binding.js'
import { plainText } from '../state/fragments.js'
import { elsewhere, exchange, type Seeded, seeded, write } from '../testing/phases.js'
import { createHistory, type Restored } from './history.js'

const open = () => {
  const record = seeded()
  const history = createHistory(record.doc, record.template, () => 'here')
  history.follow(editorChanges)
  return { record, history }
}
const text = ({ root }: Seeded, key: string) => {
  const fragment = root.fragment(key)
  return fragment === undefined ? undefined : plainText(fragment)
}
const phase = (record: Seeded, i: number) => {
  const item = itemsOf(record.root, 'g1')[i]
  if (item === undefined) throw new Error(`There is no phase ${i + 1}.`)
  return item
}
const addPhase = ({ template, root }: Seeded) => {
  const group = template.groups.get('g1')
  if (group === undefined) throw new Error('The template has no phases.')
  return addItem(template, root, group)
}

test('[U2] undo takes back my last change wherever it was, and redo brings it again', () => {
  const { record, history } = open()
  write(record.root, 'NAME', 'Rate limits', ySyncPluginKey)
  history.pause()
  write(record.root, 'VERSION', '1.0', ySyncPluginKey)
  history.undo()
  expect([text(record, 'NAME'), text(record, 'VERSION')]).toEqual(['Rate limits', ''])
  history.undo()
  expect(text(record, 'NAME')).toBe('')
  history.redo()
  expect(text(record, 'NAME')).toBe('Rate limits')
})

test('[U2] undo never takes back another person’s change', () => {
  const { record, history } = open()
  const ben = elsewhere(record)
  write(record.root, 'NAME', 'Mine. ', ySyncPluginKey)
  exchange(record, ben)
  write(ben.root, 'NAME', 'Ben’s.', 'ben')
  exchange(record, ben)
  history.undo()
  expect(text(record, 'NAME')).toBe('Ben’s.')
  expect(history.canUndo).toBe(false)
})

test('[U2] a tick is one step by itself', () => {
  const { record, history } = open()
  const { scope } = phase(record, 0)
  write(record.root, 'NAME', 'Name', ySyncPluginKey)
  history.change(() => setTicked(scope, 't1', false))
  history.undo()
  expect(ticked(scope, { id: 't1', done: true })).toBe(true)
  expect(text(record, 'NAME')).toBe('Name')
})

test('[T6] [U2] undoing the removal of a phase brings back all that was in it', () => {
  const { record, history } = open()
  write(phase(record, 0).scope, 'PHASE_#_NAME', 'Design', 'earlier')
  history.change(() => removeItem(record.root, 'g1', '1'))
  expect(itemsOf(record.root, 'g1')).toHaveLength(1)
  history.undo()
  expect(itemsOf(record.root, 'g1')).toHaveLength(2)
  const fragment = phase(record, 0).scope.fragment('PHASE_#_NAME')
  expect(fragment && plainText(fragment)).toBe('Design')
})

test('[U2] undoing an added phase takes it away again', () => {
  const { record, history } = open()
  history.change(() => addPhase(record))
  history.undo()
  expect(itemsOf(record.root, 'g1')).toHaveLength(2)
})

test('[T6] [U2] an added phase that somebody has written in is not taken from them', () => {
  const { record, history } = open()
  const ben = elsewhere(record)
  history.change(() => addPhase(record))
  exchange(record, ben)
  write(phase(ben, 2).scope, 'PHASE_#_NAME', 'Ben’s phase', 'ben')
  exchange(record, ben)
  history.undo()
  expect(itemsOf(record.root, 'g1')).toHaveLength(3)
  const fragment = phase(record, 2).scope.fragment('PHASE_#_NAME')
  expect(fragment && plainText(fragment)).toBe('Ben’s phase')
})

test('[U2] an undo says, also later, which keys of a map it changed', async () => {
  const { record, history } = open()
  const { scope } = phase(record, 0)
  const told = new Promise<Restored>((resolve) => {
    history.onRestored(resolve)
  })
  history.change(() => setTicked(scope, 't1', false))
  history.undo()
  const restored = await told
  const ticks = scope.ticks()
  expect(ticks && [...restored.keys(ticks)]).toEqual(['t1'])
})

test('[U2] an undo says what it changed and where the caret was', () => {
  const { record, history } = open()
  const seen: Restored[] = []
  history.onRestored((restored) => seen.push(restored))
  write(record.root, 'NAME', 'Name', ySyncPluginKey)
  history.undo()
  const fragment = record.root.fragment('NAME')
  const other = record.root.fragment('VERSION')
  expect(seen.map(({ touched, mark }) => [fragment && touched(fragment), other && touched(other), mark])).toEqual([
    [true, false, 'here'],
  ])
})
