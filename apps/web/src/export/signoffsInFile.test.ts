import type { Decision, Signoff } from '@colophon/protocol'
import { expect, test } from 'vitest'
import { signoffsInFile } from './signoffsInFile.js'

const person = { id: 'a', name: 'Ada' }
const at = '2026-01-02T03:04:05Z'
const approved = (fingerprint: string): Decision => ({
  kind: 'approved',
  person,
  at,
  fingerprint,
  meaning: 'approved',
  comment: null,
})
const line = (label: string, wish: Partial<Signoff>): Signoff => ({
  role: label.toLowerCase(),
  label,
  required: true,
  eligible: [person],
  decision: null,
  imported: null,
  ...wish,
})

test('[G3] a sign-off stands in the file where it covers the text, and the page says which do not', () => {
  const signoffs = [
    line('PM', { decision: approved('now') }),
    line('QA', { decision: approved('before') }),
    line('Ops', { decision: { kind: 'declined', person, at, fingerprint: 'now', reason: 'No.' } }),
    line('Lead', { imported: { name: 'qa-3', date: '' } }),
    line('Law', {}),
  ]
  expect(signoffsInFile({ fingerprint: 'now', signoffs })).toEqual({
    printed: ['Ada as PM', 'qa-3 as Lead (from the imported file, not verified)'],
    missing: ['QA (Ada approved an earlier text)', 'Ops (Ada declined)', 'Law (not signed)'],
  })
})
