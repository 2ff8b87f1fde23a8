import { completeness, itemsOf, moveItem } from '@colophon/template'
import { expect, test } from 'vitest'
import { seeded, write } from '../testing/phases.js'
import { sectionsOf } from './sections.js'

test('the outline names every heading, items of groups by their present number', () => {
  const { template, doc } = seeded()
  expect(sectionsOf(template, doc).map(({ depth, text }) => `${depth} ${text}`)).toEqual([
    '1 [Name] - Record',
    '2 Work',
    '3 Phase 1: [Phase name]',
    '4 Decisions',
    '3 Phase 2: [Phase name]',
    '4 Decisions',
    '2 Result',
  ])
})

test('a section keeps its id when its item moves', () => {
  const { template, doc, root } = seeded()
  const [, , first] = sectionsOf(template, doc)
  moveItem(root, 'g1', '1', 1)
  const moved = sectionsOf(template, doc).find(({ id }) => id === first?.id)
  expect(moved?.text).toBe('Phase 2: [Phase name]')
})

test('a section counts its slots, each once, and those before the first heading belong to it', () => {
  const { template, doc, root } = seeded()
  write(root, 'VERSION', '1.0', 'me')
  const [title, , phase] = sectionsOf(template, doc)
  expect(title).toMatchObject({ filled: 1, total: 4 })
  expect(phase).toMatchObject({ filled: 0, total: 5 })
})

test('[T5] the sections together count what completeness counts', () => {
  const { template, doc, root } = seeded()
  for (const { scope } of itemsOf(root, 'g1')) write(scope, 'PHASE_#_NAME', 'Design', 'me')
  const sections = sectionsOf(template, doc)
  const sum = (pick: 'filled' | 'total') => sections.reduce((total, section) => total + section[pick], 0)
  const { filled, total } = completeness(template, doc)
  expect([sum('filled'), sum('total')]).toEqual([filled, total])
})
