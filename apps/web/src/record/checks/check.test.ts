import { completeness, implementationRecord, parseTemplate, slotPath } from '@colophon/template'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import sample from '../../../../../docs/samples/rate-limits.md?raw'
import { source, write } from '../testing/phases.js'
import { check } from './check.js'
import { filled, read } from './testing/filled.js'

/** What is found in the built-in form, filled in. */
function found(values: Readonly<Record<string, string>>, open: readonly string[] = []) {
  const { template, doc } = filled(implementationRecord, values, open)
  return check(template, doc)
}
const sentences = (...args: Parameters<typeof found>) => found(...args).map(({ sentence }) => sentence)

test.each([
  ['the built-in template', implementationRecord],
  ['another', source],
])('[U8] in an untouched record of %s there is nothing to look at', (_name, template) => {
  const { doc, template: parsed } = filled(template, {})
  expect(check(parsed, doc)).toEqual([])
})

test('[U8] in a record that is in order there is nothing to look at', () => {
  const { template, doc } = read(parseTemplate(implementationRecord), sample)
  expect(completeness(template, doc).filled).toBeGreaterThan(100)
  expect(check(template, doc)).toEqual([])
})

test('[U8] what ends before it begins is found, what ends on the same day is not', () => {
  expect(sentences({ START_DATE: '2026-09-01', COMPLETION_DATE: '2026-08-31' })).toEqual([
    'Completion date (2026-08-31) comes before Start date (2026-09-01).',
  ])
  expect(found({ START_DATE: '2026-09-01', COMPLETION_DATE: '1 September 2026' })).toEqual([])
  // August or September: it may be in order.
  expect(found({ START_DATE: '2026-09-01', COMPLETION_DATE: '09/08/2026' })).toEqual([])
})

test('[U8] a task outside of what it is part of is found, with the slot that says so', () => {
  const period = { START_DATE: '2026-09-01', COMPLETION_DATE: '2026-10-30' }
  const [finding] = found({ ...period, P2_TASK_1_DATE: '2026-10-31' })
  expect(finding?.sentence).toBe('Phase 2, Task 1: Task date (2026-10-31) comes after Completion date (2026-10-30).')
  expect(finding?.places.map(({ name }) => name)).toEqual(['Phase 2, Task 1: Task date', 'Completion date'])
  expect(sentences({ ...period, P1_TASK_3_DATE: '2026-08-31' })[0]).toContain('comes before Start date')
  expect(found({ ...period, P2_TASK_1_DATE: '2026-10-30', P1_TASK_1_DATE: '2026-09-01' })).toEqual([])
  // Without an end nothing is after it.
  expect(found({ START_DATE: '2026-09-01', P2_TASK_1_DATE: '2030-01-01' })).toEqual([])
})

test('[U8] the innermost period counts, and what was planned is no part of it', () => {
  const template = `# {{NAME}}
{{START_DATE}} to {{END_DATE}}

## Phase 1: {{PHASE_1_NAME}}
{{PHASE_1_START_DATE}} to {{PHASE_1_END_DATE}}
- {{P1_TASK_1}} {{P1_TASK_1_DATE}}, planned {{P1_TASK_1_PLANNED_DATE}}
- {{P1_TASK_2}} {{P1_TASK_2_DATE}}, planned {{P1_TASK_2_PLANNED_DATE}}

## Phase 2: {{PHASE_2_NAME}}
{{PHASE_2_START_DATE}} to {{PHASE_2_END_DATE}}
- {{P2_TASK_1}} {{P2_TASK_1_DATE}}, planned {{P2_TASK_1_PLANNED_DATE}}
- {{P2_TASK_2}} {{P2_TASK_2_DATE}}, planned {{P2_TASK_2_PLANNED_DATE}}
`
  const { template: parsed, doc } = filled(template, {
    START_DATE: '2026-01-01',
    END_DATE: '2026-12-31',
    PHASE_1_START_DATE: '2026-02-01',
    PHASE_1_END_DATE: '2026-02-28',
    P1_TASK_1_DATE: '2026-03-01',
    P1_TASK_2_PLANNED_DATE: '2026-03-01',
    P2_TASK_1_DATE: '2026-03-01',
  })
  expect(check(parsed, doc).map(({ sentence }) => sentence)).toEqual([
    'Phase 1, Task 1: Task date (2026-03-01) comes after Phase 1: Phase end date (2026-02-28).',
  ])
})

test('[U8] more than the whole is found, the whole is not', () => {
  expect(sentences({ UNIT_TEST_COVERAGE: '104 %' })).toEqual([
    'Unit test coverage says 104 %, which is more than 100 %.',
  ])
  expect(
    found({ UNIT_TEST_COVERAGE: '100.0 %', ERROR_RATE: '250 a day', TEST_COVERAGE: '1,204 of 1,204 lines' }),
  ).toEqual([])
})

test('[U8] more resolved than found is found, as much is not', () => {
  expect(sentences({ ISSUES_FOUND: '54', ISSUES_RESOLVED: '55' })).toEqual([
    'Issues resolved (55) is more than Issues found (54).',
  ])
  expect(found({ ISSUES_FOUND: '54', ISSUES_RESOLVED: '54', VULNERABILITIES_RESOLVED: '99' })).toEqual([])
})

test('[U8] a phase that is said to be done with a task open is found, one that says more is not', () => {
  expect(found({ PHASE_1_STATUS: 'Completed' }, ['P1_TASK_2'])).toMatchObject([
    {
      sentence: 'Phase 1 is said to be done, and Task 2 is still open.',
      places: [{ name: 'Phase 1: Phase status' }, { name: 'Phase 1, Task 2' }],
    },
  ])
  expect(sentences({}, ['P3_TASK_1', 'P3_TASK_3'])).toEqual([
    'Phase 3 is said to be done, and Task 1 and Task 3 are still open.',
  ])
  expect(found({ PHASE_1_STATUS: 'Completed, one follow-up open' }, ['P1_TASK_2'])).toEqual([])
  expect(found({}, ['P3_TASK_1', 'PHASE_3_NAME'])).toEqual([])
})

test('[U8] a date that is none is found, one that is not known yet is not', () => {
  expect(sentences({ P1_TASK_1_DATE: '2026-02-30', P1_TASK_2_DATE: 'soon' })).toEqual([
    'Phase 1, Task 1: Task date says 2026-02-30, a day the calendar does not have.',
    'Phase 1, Task 2: Task date says “soon”, which is no date.',
  ])
  expect(found({ P1_TASK_1_DATE: 'TBD', P1_TASK_2_DATE: 'Not applicable, because it was dropped' })).toEqual([])
})

test('[U8] a link that cannot lead anywhere is found wherever it stands', () => {
  const at = (text: string) => sentences({ FEATURE_CONTEXT_LINK: text })
  expect(at('www.example.org/feature')).toHaveLength(1)
  expect(at('GATE-1187')).toEqual(['Feature context link says “GATE-1187”, which is no link.'])
  expect(at('../features/rate-limits.md#why')).toEqual([])
  expect(at('n/a')).toEqual([])
  expect(sentences({ API_DOC_LINK: '[the docs](https://)', KNOWN_ISSUES: 'See [this](C:\\\\notes.md).' })).toEqual([
    'Known issues: “C:\\notes.md” is a place on one computer, where nobody else can follow.',
    'API doc link: “https://” is only the beginning of an address.',
  ])
  expect(found({ EXTERNAL_ISSUE_LINK: 'GATE-1187, see https://tracker.example.org/GATE-1187' })).toEqual([])
})

const small = `# {{NAME}}
{{START_DATE}} to {{END_DATE}}, {{ISSUES_RESOLVED}} of {{ISSUES_FOUND}}, {{TEST_COVERAGE}}

- [✅] {{TASK_1}} {{TASK_1_DATE}}
- [✅] {{TASK_2}} {{TASK_2_DATE}}

See {{API_LINK}}.
`

/** Typed as characters: a file could not hold all of it in these places. */
function typedIn(values: Readonly<Record<string, string>>) {
  const record = filled(small, {})
  for (const { scope, slot, placeholder } of completeness(record.template, record.doc).slots) {
    write(scope, slot.key, values[placeholder.slice(2, -2)] ?? '', 'me')
  }
  return record
}

test('[U8] whatever is written, a finding is about slots that say something, and goes when the first of them is emptied', () => {
  const word = fc.oneof(
    fc.constantFrom('2026-09-01', '2026-02-30', '31.12.2025', '104 %', '7', '54', 'soon', 'https://', '../a.md'),
    fc.stringMatching(/^[\w.:%-]{0,12}$/),
  )
  const slots = [
    'START_DATE',
    'END_DATE',
    'ISSUES_RESOLVED',
    'ISSUES_FOUND',
    'TEST_COVERAGE',
    'TASK_2_DATE',
    'API_LINK',
  ]
  fc.assert(
    fc.property(fc.record(Object.fromEntries(slots.map((slot) => [slot, word]))), (values) => {
      const typed = Object.fromEntries(Object.entries(values).filter(([, text]) => text !== ''))
      const { template, doc } = typedIn(typed)
      const full = new Map(
        completeness(template, doc).slots.flatMap(({ scope, slot, placeholder, filled: isFull }) =>
          isFull ? [[slotPath(scope.path, slot.key), placeholder.slice(2, -2)]] : [],
        ),
      )
      for (const finding of check(template, doc)) {
        const names = finding.places.map(({ path }) => full.get(path))
        expect(names).not.toContain(undefined)
        const rest = Object.fromEntries(Object.entries(typed).filter(([slot]) => slot !== names[0]))
        const without = typedIn(rest)
        expect(check(without.template, without.doc)).not.toContainEqual(finding)
      }
    }),
  )
})
