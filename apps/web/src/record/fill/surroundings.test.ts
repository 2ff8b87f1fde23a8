import { fillRecord, implementationRecord, parseTemplate, readRecord, seedRecord } from '@colophon/template'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { seeded, write } from '../testing/phases.js'
import { surroundingsOf } from './surroundings.js'

test('[U6] a slot goes by what the rest of the record says, and not by itself', () => {
  const { template, doc, root } = seeded()
  write(root, 'START_DATE', '1 September 2026', 'me')
  expect(surroundingsOf(template, doc, { path: '@END_DATE' })?.dayStyle).toBe('day-month')
  expect(surroundingsOf(template, doc, { path: '@START_DATE' })?.dayStyle).toBe('iso')
  expect(surroundingsOf(template, doc, { path: '/g1:gone@PHASE_#_NAME' })).toBeUndefined()
})

test('[U6] states are called as the record and its template call them, then as people usually do', () => {
  const template = parseTemplate(implementationRecord)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedRecord(template))
  const filled = implementationRecord
    .replace('{{PHASE_1_STATUS}}', 'completed')
    .replace('{{PHASE_2_STATUS}}', 'Waiting for the vendor, who has not answered since May')
    .replace('{{PHASE_3_STATUS}}', 'Shipped')
    .replace('{{START_DATE}}', '2026-09-01')
  fillRecord(template, doc, readRecord(template, filled).values)
  expect(surroundingsOf(template, doc, { path: '/g1:3@PHASE_#_STATUS' })).toEqual({
    dayStyle: 'iso',
    statuses: ['completed', 'Not started', 'In progress', 'Blocked'],
    period: undefined,
  })
  expect(surroundingsOf(template, doc, { path: '@TOTAL_DURATION' })?.period).toEqual({ start: '2026-09-01', end: '' })
})
