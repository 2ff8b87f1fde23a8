import { type AuditEntry, type AuditLog, beginning, publicSealKey, sealHead } from '@colophon/audit'
import { stringify } from 'csv-stringify/sync'
import type { RecordIndex } from '../records/record-index.js'
import type { Templates } from '../records/templates.js'
import type { Ledgers } from './ledgers.js'
import { SignoffError } from './signoff-error.js'

/** A record's log as a file that can be checked without the server. */
export interface AuditExport {
  /** The public half of the key that seals: SPKI, base64. */
  readonly publicKey: string
  /** `json` is what `colophon verify` reads; `csv` is for people. @throws SignoffError `log-broken`, RecordMissing */
  write(recordId: string, format: 'json' | 'csv'): Promise<string>
}

/** @param sealKey the server's private key; see `@colophon/audit` @see docs/spec.md G6 */
export function createAuditExport(parts: {
  ledgers: Pick<Ledgers, 'trail'>
  index: Pick<RecordIndex, 'live'>
  templates: Pick<Templates, 'get'>
  sealKey: string
}): AuditExport {
  const { ledgers, index, templates, sealKey } = parts
  return {
    publicKey: publicSealKey(sealKey),
    async write(recordId, format) {
      const row = await index.live(recordId)
      const trail = await ledgers.trail(recordId)
      if (trail.kind === 'broken') {
        throw new SignoffError(
          'log-broken',
          `The record’s log is damaged: ${trail.why}. It is not given out as if it were whole.`,
        )
      }
      const { entries } = trail
      if (format === 'csv') return csv(entries)
      const { number, hash } = entries.at(-1) ?? beginning
      const log: AuditLog = {
        format: 'colophon audit 1',
        record: { id: recordId, title: row.title },
        template: (await templates.get(row.templateId))?.source ?? '',
        entries: [...entries],
        seal: sealHead(recordId, { number, hash }, sealKey),
      }
      return `${JSON.stringify(log, null, 2)}\n`
    },
  }
}

/** What people type is never a formula to a spreadsheet. */
function csv(entries: readonly AuditEntry[]): string {
  const rows = entries.map(({ number, at, actor, what: { event, ...details }, hash }) => ({
    number,
    at,
    actor: actor.name,
    actorId: actor.id,
    kind: actor.kind,
    event,
    role: 'label' in details ? details.label : '',
    details: JSON.stringify(details),
    hash,
  }))
  return stringify(rows, { header: true, columns, escape_formulas: true, record_delimiter: 'windows' })
}

const columns = ['number', 'at', 'actor', 'actorId', 'kind', 'event', 'role', 'details', 'hash']
