import { implementationRecord, parseTemplate } from '@colophon/template'
import { expect, test } from 'vitest'
import { periodOf } from './period.js'

/** The names of the dates around a duration of a template; `null` where there are none. */
function around(source: string, duration: string): readonly string[] | null {
  const { slots } = parseTemplate(source)
  const slot = slots.get(duration)
  if (slot === undefined) throw new RangeError(`no slot ${duration}`)
  const period = periodOf(slot, slots.values())
  return period === undefined ? null : [period.start.key, period.end.key]
}

test('[U6] a total lies between the start and the completion', () => {
  expect(around(implementationRecord, 'TOTAL_DURATION')).toEqual(['START_DATE', 'COMPLETION_DATE'])
})

test('[U6] a duration goes with the dates that are about the same', () => {
  const source =
    '{{OUTAGE_STARTED_DATE}} {{OUTAGE_END_DATE}} {{OUTAGE_DURATION}} {{START_DATE}} {{END_DATE}} {{TOTAL_DURATION}} {{TRIAL_DURATION}}\n'
  expect(around(source, 'OUTAGE_DURATION')).toEqual(['OUTAGE_STARTED_DATE', 'OUTAGE_END_DATE'])
  expect(around(source, 'TOTAL_DURATION')).toEqual(['START_DATE', 'END_DATE'])
  expect(around(source, 'TRIAL_DURATION')).toBeNull()
})

test('[U6] an item’s duration lies between its own dates, and not the record’s', () => {
  const source =
    '{{START_DATE}} {{END_DATE}}\n\n- [ ] {{STEP_1}} {{STEP_1_START_DATE}} {{STEP_1_END_DATE}} {{STEP_1_DURATION}}\n- [ ] {{STEP_2}} {{STEP_2_START_DATE}} {{STEP_2_END_DATE}} {{STEP_2_DURATION}}\n'
  expect(around(source, 'STEP_#_DURATION')).toEqual(['STEP_#_START_DATE', 'STEP_#_END_DATE'])
  expect(around(implementationRecord, 'P#_TASK_##_DURATION')).toBeNull()
  expect(around(implementationRecord, 'PHASE_#_PLANNED')).toBeNull()
})

test('[U6] where the names say two things, nothing is offered', () => {
  expect(around('{{START_DATE}} {{KICKOFF_DATE}} {{END_DATE}} {{TOTAL_DURATION}}\n', 'TOTAL_DURATION')).toBeNull()
})
