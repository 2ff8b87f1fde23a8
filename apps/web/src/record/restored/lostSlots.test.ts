import { addItem, itemsOf, markdownToProse } from '@colophon/template'
import { expect, test } from 'vitest'
import { elsewhere, exchange, type Seeded, seeded, write } from '../testing/phases.js'
import { lostSlots } from './lostSlots.js'

/** A record as the backup has it, at Ada's and at Ben's: both go on writing, and then the backup is put in its place. */
function open() {
  const backup = seeded()
  write(backup.root, 'NAME', 'Rate limits', 'backup')
  return { ada: elsewhere(backup), ben: elsewhere(backup), present: elsewhere(backup) }
}
const lostTo = ({ doc }: Seeded, { doc: past }: Seeded, present: Seeded) =>
  lostSlots(past, present.doc, new Set([doc.clientID]))
const phase = ({ root }: Seeded, i: number) => {
  const item = itemsOf(root, 'g1')[i]
  if (item === undefined) throw new Error(`There is no phase ${i + 1}.`)
  return item.scope
}

test('[D8] what somebody had written is offered to them, with all that stood in its slot', () => {
  const { ada, present } = open()
  write(ada.root, 'NAME', ' for tenants', 'ada')
  expect(lostTo(ada, ada, present)).toMatchObject([
    { path: '@NAME', within: [], label: 'Name', text: 'Rate limits for tenants' },
  ])
})

test('[D8] what others had written is theirs to be offered', () => {
  const { ada, ben, present } = open()
  write(ada.root, 'NAME', ' for tenants', 'ada')
  write(ben.root, 'VERSION', '2.0', 'ben')
  exchange(ada, ben)
  expect(lostTo(ada, ada, present)).toMatchObject([{ label: 'Name' }])
  expect(lostTo(ben, ada, present)).toMatchObject([{ label: 'Version', text: '2.0' }])
})

test('[D8] what the record still has is not offered, nor what was taken out again, nor what was written in again by hand', () => {
  const { ada, present } = open()
  write(ada.root, 'VERSION', '1.0', 'ada')
  exchange(ada, present)
  expect(lostTo(ada, ada, present)).toEqual([])
  write(ada.root, 'RESULT', 'Gone again.', 'ada')
  const result = ada.root.fragment('RESULT')
  if (result === undefined) throw new Error('no result')
  markdownToProse('', result)
  write(ada.root, 'START_DATE', '1 May', 'ada')
  write(present.root, 'START_DATE', '1 May', 'by hand')
  expect(lostTo(ada, ada, present)).toEqual([])
})

test('[D8] rich text is offered with its shape, and what stood in an item with the name of that item', () => {
  const { ada, present } = open()
  const decisions = phase(ada, 1).fragment('PHASE_#_DECISIONS')
  if (decisions === undefined) throw new Error('no decisions')
  markdownToProse('We **keep** it:\n\n- one\n- two', decisions)
  const [tasks] = [...ada.template.groups.values()].filter(({ level }) => level === 2)
  if (tasks === undefined) throw new Error('no tasks')
  addItem(ada.template, phase(ada, 0), tasks, undefined, 'new')
  const added = itemsOf(phase(ada, 0), tasks.id).find(({ id }) => id === 'new')
  if (added === undefined) throw new Error('no task')
  write(added.scope, 'P#_TASK_##', 'A task of its own', 'ada')
  expect(lostTo(ada, ada, present).map(({ within, label, text }) => [...within, label, text])).toEqual([
    ['Phase 1', 'Task 3', 'Task', 'A task of its own'],
    ['Phase 2', 'Phase decisions', 'We keep it:\n\n- one\n- two'],
  ])
})
