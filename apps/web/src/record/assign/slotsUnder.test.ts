import { expect, test } from 'vitest'
import { sectionsOf } from '../outline/sections.js'
import { seeded } from '../testing/phases.js'
import { lotsAround, slotsUnder } from './slotsUnder.js'

const { template, doc } = seeded()
const sections = sectionsOf(template, doc)
const named = (text: string) => sections.find((section) => section.text.startsWith(text))?.id ?? ''

test('[U6] a section is given with the sections within it, up to the next of its rank', () => {
  expect(slotsUnder(sections, named('Phase 2'))?.paths).toEqual([
    '/g1:2@PHASE_#_NAME',
    '/g1:2/g1.1:1@P#_TASK_##',
    '/g1:2/g1.1:1@P#_TASK_##_DATE',
    '/g1:2/g1.1:2@P#_TASK_##',
    '/g1:2/g1.1:2@P#_TASK_##_DATE',
    '/g1:2@PHASE_#_DECISIONS',
  ])
  expect(slotsUnder(sections, named('Result'))).toMatchObject({ text: 'Result', paths: ['@RESULT'] })
  expect(slotsUnder(sections, named('Work'))?.paths).toHaveLength(12)
  expect(slotsUnder(sections, 'gone')).toBeUndefined()
})

test('[U6] a slot is given alone or with what stands around it, the nearest first', () => {
  const around = (path: string) => lotsAround(sections, path).map(({ text, paths }) => `${text}: ${paths.length}`)
  expect(around('/g1:2@PHASE_#_DECISIONS')).toEqual(['Phase 2: [Phase name]: 6', 'Work: 12', '[Name] - Record: 17'])
  expect(around('@VERSION')).toEqual(['[Name] - Record: 17'])
  expect(around('@GONE')).toEqual([])
})
