import { createHash } from 'node:crypto'
import { type AuditEntry, type AuditLog, beginning, link, newSealKey, sealHead } from '@colophon/audit'
import { fillRecord, fingerprint, parseTemplate, printRecord, seedRecord } from '@colophon/template'
import * as Y from 'yjs'

const source = '# {{TITLE}}\n\n- **QA Lead**: {{QA_SIGNOFF}} ({{QA_SIGNOFF_DATE}})\n'
const ada = { kind: 'person', id: 'ada', name: 'Ada Lovelace' } as const

/** A record that Ada has approved, as the server gave it out a minute later. */
export function signedRecord(): { markdown: string; log: AuditLog } {
  const template = parseTemplate(source)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedRecord(template))
  fillRecord(template, doc, { slots: { TITLE: 'Rate limits' }, ticks: {}, groups: {}, sources: {} })
  const text = fingerprint(template, doc)
  const markdown = printRecord(template, doc, { signoffs: { qa: { name: ada.name, date: '2026-01-31' } } })
  const facts = { recordId: 'record', actor: ada }
  const decision = { event: 'approved', role: 'qa', label: 'QA Lead', fingerprint: text, entry: 1 } as const
  const approved: AuditEntry = link(beginning, {
    ...facts,
    at: '2026-01-31T12:00:00.000Z',
    what: { ...decision, meaning: 'reviewed', comment: null },
  })
  const file = createHash('sha256').update(markdown).digest('hex')
  const exported = link(approved, {
    ...facts,
    at: '2026-01-31T12:01:00.000Z',
    what: { event: 'exported', fingerprint: text, file },
  })
  return {
    markdown,
    log: {
      format: 'colophon audit 1',
      record: { id: 'record', title: 'Rate limits' },
      template: source,
      entries: [approved, exported],
      seal: sealHead('record', exported, newSealKey()),
    },
  }
}
