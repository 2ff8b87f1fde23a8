import type { Decision, Signoff } from '@colophon/protocol'
import { expect, test } from 'vitest'
import { missingSignoffs } from './missing.js'

const ada = { id: 'a', name: 'Ada' }
const grace = { id: 'g', name: 'Grace' }
const at = '2026-01-02T03:04:05Z'
const approved = (fingerprint: string): Decision => ({
  kind: 'approved',
  person: ada,
  at,
  fingerprint,
  meaning: 'approved',
  comment: null,
})
const line = (role: string, wish: Partial<Signoff>): Signoff => ({
  role,
  label: role.toUpperCase(),
  required: true,
  eligible: [ada, grace],
  decision: null,
  imported: null,
  ...wish,
})

test('[G5] what stands between a record and its completion is said line by line', () => {
  const signoffs = [
    line('pm', { decision: approved('now') }),
    line('qa', { decision: approved('before') }),
    line('ops', { decision: { kind: 'declined', person: grace, at, fingerprint: 'now', reason: 'No.' } }),
    line('lead', {}),
    line('law', { eligible: [], required: false }),
  ]
  expect(missingSignoffs({ fingerprint: 'now', signoffs })).toEqual([
    { role: 'qa', words: 'QA: Ada approved an earlier text', optional: false },
    { role: 'ops', words: 'OPS: Grace declined', optional: false },
    { role: 'lead', words: 'LEAD: waiting for Ada or Grace', optional: false },
    { role: 'law', words: 'LAW: nobody is asked to sign (optional)', optional: true },
  ])
})
