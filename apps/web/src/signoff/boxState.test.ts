import type { Decision, Signoff } from '@colophon/protocol'
import { expect, test } from 'vitest'
import { type BoxFacts, boxState, mayDecide } from './boxState.js'

const ada = { id: 'a', name: 'Ada' }
const grace = { id: 'g', name: 'Grace' }
const at = '2026-01-02T03:04:05Z'

const approved = (person: typeof ada, fingerprint = 'now', meaning = 'approved'): Decision => ({
  kind: 'approved',
  person,
  at,
  fingerprint,
  meaning,
  comment: null,
})
const declined = (person: typeof ada, fingerprint = 'now'): Decision => ({
  kind: 'declined',
  person,
  at,
  fingerprint,
  reason: 'No.',
})

function facts(line: Partial<Signoff>, rest: Partial<BoxFacts> = {}): BoxFacts {
  const whole: Signoff = { role: 'pm', label: 'PM', required: true, eligible: [ada], decision: null, imported: null }
  return {
    line: { ...whole, ...line },
    ledger: { fingerprint: 'now', locked: false },
    me: ada,
    refusal: '',
    attempt: undefined,
    ...rest,
  }
}

test('[G1] whoever is asked to sign may tick the box', () => {
  expect(boxState(facts({}))).toEqual({
    words: 'I, Ada, approve this record as PM',
    checked: false,
    press: 'approve',
    why: '',
  })
})

test('[G1] nobody else may, and the box says who is asked', () => {
  expect(boxState(facts({ eligible: [grace, ada] }, { me: { id: 'e', name: 'Edsger' } }))).toMatchObject({
    words: 'Waiting for Grace or Ada',
    press: null,
    why: 'Only Grace or Ada may sign here.',
  })
  expect(boxState(facts({ eligible: [] }))).toMatchObject({ words: 'Nobody is asked to sign yet', press: null })
})

test('[G7] the reason of the moment is said where somebody could sign otherwise, and only there', () => {
  const offline = { refusal: 'Signing needs a connection.' }
  expect(boxState(facts({}, offline))).toMatchObject({ press: null, why: offline.refusal })
  expect(boxState(facts({ eligible: [grace] }, offline)).why).toBe('Only Grace may sign here.')
})

test('[G4] one takes back one’s own approval, and nobody else’s', () => {
  expect(boxState(facts({ decision: approved(ada, 'now', 'reviewed') }))).toMatchObject({
    words: 'You reviewed this',
    checked: true,
    press: 'withdraw',
  })
  expect(boxState(facts({ decision: approved(grace), eligible: [ada, grace] }))).toMatchObject({
    words: 'Grace approved this',
    checked: true,
    press: null,
    why: 'Only Grace can take this back.',
  })
})

test('[G3] an approval of an earlier text is no tick, and one’s own is given again with one press', () => {
  expect(boxState(facts({ decision: approved(ada, 'before') }))).toMatchObject({
    words: 'Approve the text as it is now',
    checked: false,
    press: 'approve',
  })
})

test('[G4] an objection stands until whoever made it is not asked any more', () => {
  expect(boxState(facts({ decision: declined(grace), eligible: [ada, grace] })).press).toBeNull()
  expect(boxState(facts({ decision: declined(grace), eligible: [ada] })).press).toBe('approve')
  expect(mayDecide(facts({ decision: declined(ada) }))).toBe(true)
})

test('[G4] a decision that nobody has been told yet is taken back with a press', () => {
  const line = { role: 'pm', label: 'PM' }
  const wish = { decision: 'approve', meaning: 'approved', comment: '' } as const
  expect(boxState(facts({}, { attempt: { kind: 'waiting', until: 0, line, wish } }))).toEqual({
    words: 'Approving as PM…',
    checked: true,
    press: 'undo',
    why: '',
  })
  expect(boxState(facts({}, { attempt: { kind: 'sending', line, wish } })).press).toBeNull()
})

test('[G5] in a completed record, a line that nobody approved asks for nothing', () => {
  const completed = { ledger: { fingerprint: 'now', locked: true }, refusal: 'The record is completed.' }
  expect(boxState(facts({ eligible: [] }, completed))).toEqual({
    words: 'Nobody approved this',
    checked: false,
    press: null,
    why: 'The record is completed.',
  })
})
