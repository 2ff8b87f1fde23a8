import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode } from './decode.js'
import { cutAtSlots, slotPlaces, unfilledSlots } from './unfilledSlots.js'

test('[U4] the pieces of the raw side, joined, are the file again', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('{{A}}', '{{P1_TASK_2}}', '{{', '}}', '{{a}}', '\r\n', '\uFEFF'))
  fc.assert(
    fc.property(fc.array(piece), (parts) => {
      const markdown = parts.join('')
      expect(
        cutAtSlots(markdown)
          .map(({ text }) => text)
          .join(''),
      ).toBe(markdown)
    }),
    { seed: 20_262 },
  )
})

test('[U4] decoding keeps the byte-order mark and the line endings', () => {
  expect(decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x41, 0x0d, 0x0a]))).toBe('\uFEFFA\r\n')
})

test('each empty slot is named once, in the order of the page', () => {
  expect(unfilledSlots('{{B}} [{{A}}]({{B}})\n{{ C }} {{lower}} {{1X}} {{P1_TASK_1}}', [])).toEqual([
    'B',
    'A',
    'P1_TASK_1',
  ])
})

const signoffs = [
  { role: 'tech-lead', label: 'Technical Lead' },
  { role: 'devops', label: 'DevOps' },
]

test('a slot’s name reads as words', () => {
  expect(slotPlaces(signoffs)('PHASE_1_NAME')).toEqual({ label: 'Phase 1 name', hash: 'slot=PHASE_1_NAME' })
})

test('[U4] an empty sign-off is called as the record calls it, leads to its box, and is named once with its date', () => {
  const line = '- **Technical Lead**: {{TECH_LEAD_SIGNOFF}} ({{TECH_LEAD_SIGNOFF_DATE}})\n{{X_SIGNOFF_DATE}}'
  const placeOf = slotPlaces(signoffs)
  expect(unfilledSlots(line, signoffs).map((name) => placeOf(name).label)).toEqual(['Technical Lead', 'X signoff date'])
  expect(placeOf('TECH_LEAD_SIGNOFF_DATE')).toEqual({ label: 'Technical Lead', hash: 'signoff=tech-lead' })
  expect(placeOf('DEVOPS_SIGNOFF')).toEqual({ label: 'DevOps', hash: 'signoff=devops' })
})
