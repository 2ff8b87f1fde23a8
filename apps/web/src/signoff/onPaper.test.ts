import type { Decision, Signoff } from '@colophon/protocol'
import { expect, test } from 'vitest'
import { onPaper } from './onPaper.js'

const person = { id: 'a', name: 'Ada' }
const at = '2026-01-02T23:59:59Z'
const approved = (fingerprint: string): Decision => ({
  kind: 'approved',
  person,
  at,
  fingerprint,
  meaning: 'approved',
  comment: null,
})
const declined = (fingerprint: string): Decision => ({ kind: 'declined', person, at, fingerprint, reason: 'No plan.' })

const line = (wish: Partial<Signoff>): Signoff => ({
  role: 'pm',
  label: 'PM',
  required: true,
  eligible: [person],
  decision: null,
  imported: null,
  ...wish,
})

test.each([
  [{ decision: approved('now') }, 'Ada (2026-01-02)'],
  [{ decision: approved('before') }, 'Not signed: Ada approved an earlier text (2026-01-02)'],
  [{ decision: declined('now') }, 'Declined by Ada (2026-01-02): No plan.'],
  [{ decision: declined('before') }, 'Not signed: Ada declined an earlier text (2026-01-02)'],
  [{ imported: { name: 'qa-3', date: '' } }, 'qa-3: recorded in the imported file, not verified'],
  [
    { imported: { name: 'qa-3', date: '2026-10-31' } },
    'qa-3 (2026-10-31): recorded in the imported file, not verified',
  ],
  [{}, 'Not signed'],
] satisfies [Partial<Signoff>, string][])('[G3] on paper %j reads %j', (wish, words) => {
  expect(onPaper(line(wish), { fingerprint: 'now' })).toBe(words)
})
