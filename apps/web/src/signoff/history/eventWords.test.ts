import type { PastEvent } from '@colophon/protocol'
import { expect, test } from 'vitest'
import { eventWords } from './eventWords.js'

const ada = { id: 'a', name: 'Ada' }
const grace = { id: 'g', name: 'Grace' }

test.each<[PastEvent, string]>([
  [{ event: 'created' }, 'Ada made this record.'],
  [
    { event: 'role-assigned', label: 'PM', required: true, eligible: [ada, grace] },
    'Ada asked Ada or Grace to sign as PM.',
  ],
  [
    { event: 'role-assigned', label: 'PM', required: false, eligible: [] },
    'Ada made PM optional; nobody is asked to sign.',
  ],
  [{ event: 'access-changed', person: grace, right: 'owner' }, 'Ada made Grace an owner.'],
  [{ event: 'access-changed', person: grace, right: null }, 'Ada took Grace’s own right away.'],
  [{ event: 'general-access-changed', right: 'viewer' }, 'Ada let everybody in the workspace view.'],
  [{ event: 'general-access-changed', right: null }, 'Ada closed the record to all but those who are named in it.'],
  [{ event: 'approved', label: 'PM', meaning: 'approved', comment: null }, 'Ada approved as PM.'],
  [{ event: 'approved', label: 'PM', meaning: 'reviewed', comment: 'Fine.' }, 'Ada approved as PM (reviewed). “Fine.”'],
  [{ event: 'declined', label: 'PM', reason: 'No.' }, 'Ada declined as PM: No.'],
  [{ event: 'withdrawn', label: 'PM' }, 'Ada took back what they had decided as PM.'],
  [{ event: 'exported' }, 'Ada exported the file.'],
  [{ event: 'completed', version: 2, name: 'For 2.4' }, 'Ada completed the record as version 2, “For 2.4”.'],
  [{ event: 'reopened', version: 2, reason: 'A typo.' }, 'Ada reopened the record after version 2: A typo.'],
])('[G6] what happened is told in a plain sentence: %o', (what, words) => {
  expect(eventWords({ actor: ada, what })).toBe(words)
})
