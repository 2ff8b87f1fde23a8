import { createHash } from 'node:crypto'
import { fillRecord, fingerprint, parseTemplate, printRecord, seedRecord } from '@colophon/template'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { beginning } from './chain.js'
import type { Actor, AuditEvent } from './events.js'
import type { AuditLog } from './log.js'
import { newSealKey, sealHead } from './seal.js'
import { ada, grace, tell } from './testing/story.js'
import { verify } from './verify.js'

const source = '# {{TITLE}}\n\nBy {{AUTHOR}}.\n\n- **QA Lead**: {{QA_SIGNOFF}} ({{QA_SIGNOFF_DATE}})\n'
const template = parseTemplate(source)
const serverKey = newSealKey()
const qa = { role: 'qa', label: 'QA Lead' }

test('[G6] a file that was given out and approved is known byte for byte, with who approved it', () => {
  const { text, print } = record('Rate limits')
  const signed = print({ name: ada.name, date: '2026-01-31' })
  const report = verify(signed, logOf([approval(ada, text), exported(text, signed)]))
  expect(report).toMatchObject({
    log: { kind: 'whole' },
    file: { kind: 'given-out', entry: { number: 2 } },
    fingerprint: text,
    decisions: [{ kind: 'approved', role: 'qa', person: ada, words: 'reviewed', isOfThisText: true }],
    unfounded: [],
  })
})

test('[G6] a file whose text was changed is none of those that were decided on', () => {
  const { text } = record('Rate limits')
  const changed = record('Rate limit')
  const file = changed.print({ name: ada.name, date: '2026-01-31' })
  const report = verify(file, logOf([approval(ada, text)]))
  expect(report.file).toEqual({ kind: 'unknown' })
  expect(report.decisions).toMatchObject([{ isOfThisText: false }])
  expect(report.unfounded).toEqual([{ label: 'QA Lead', name: ada.name, why: 'what was approved is another text' }])
})

test('[G6] a name in a sign-off line that the log does not bear out is shown, and why', () => {
  const { text, print } = record('Rate limits')
  const whyOf = (happenings: Happening[], name: string, date: string) =>
    verify(print({ name, date }), logOf(happenings)).unfounded.map(({ why }) => why)
  expect(whyOf([], ada.name, '2026-01-31')).toEqual(['nobody has approved as this'])
  expect(whyOf([approval(ada, text)], 'Grace Hopper', '2026-01-31')).toEqual(['it was Ada Lovelace who approved'])
  expect(whyOf([approval(ada, text)], ada.name, '2026-01-30')).toEqual(['it was on 2026-01-31'])
  expect(whyOf([approval(ada, text), withdrawal(ada)], ada.name, '2026-01-31')).toEqual(['nobody has approved as this'])
  const declined: Happening = {
    actor: grace,
    what: { event: 'declined', ...qa, fingerprint: text, entry: 1, reason: 'No tests.' },
  }
  expect(whyOf([approval(ada, text), declined], ada.name, '2026-01-31')).toEqual(['nobody has approved as this'])
  expect(whyOf([imported('Ada Lovelace')], ada.name, '2026-01-31')).toEqual([
    'it stood in the file that was imported; nobody has approved as this',
  ])
})

test('[G6] a file of which only the sign-off line differs has a text that is known', () => {
  const { text, print } = record('Rate limits')
  const report = verify(print(undefined), logOf([approval(ada, text)]))
  expect(report.file).toMatchObject({ kind: 'text-known', entry: { number: 1 } })
  expect(report.unfounded).toEqual([])
})

test('[G6] a file that is no form of the template is none of the record', () => {
  const report = verify(Buffer.from('Something else\n'), logOf([approval(ada, record('Rate limits').text)]))
  expect(report).toMatchObject({ file: { kind: 'no-form' }, decisions: [{ isOfThisText: false }], unfounded: [] })
  expect(report.fingerprint).toBeUndefined()
})

interface Happening {
  actor: Actor
  what: AuditEvent
}

function record(title: string) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedRecord(template))
  fillRecord(template, doc, { slots: { TITLE: title, AUTHOR: 'Ada' }, ticks: {}, groups: {}, sources: {} })
  return {
    text: fingerprint(template, doc),
    print: (signoff: { name: string; date: string } | undefined) =>
      Buffer.from(printRecord(template, doc, signoff === undefined ? {} : { signoffs: { qa: signoff } })),
  }
}

const approval = (actor: Actor, text: string): Happening => ({
  actor,
  what: { event: 'approved', ...qa, fingerprint: text, entry: 1, meaning: 'reviewed', comment: null },
})

const withdrawal = (actor: Actor): Happening => ({ actor, what: { event: 'withdrawn', ...qa } })

const exported = (text: string, file: Uint8Array): Happening => ({
  actor: grace,
  what: { event: 'exported', fingerprint: text, file: createHash('sha256').update(file).digest('hex') },
})

const imported = (name: string): Happening => ({
  actor: grace,
  what: {
    event: 'created',
    title: 'Rate limits',
    owner: { id: grace.id, name: grace.name },
    roles: [qa],
    recorded: [{ ...qa, name, date: '2026-01-31' }],
  },
})

function logOf(happenings: readonly Happening[]): AuditLog {
  const entries = tell('record', happenings)
  return {
    format: 'colophon audit 1',
    record: { id: 'record', title: 'Rate limits' },
    template: source,
    entries,
    seal: sealHead('record', entries.at(-1) ?? beginning, serverKey),
  }
}
