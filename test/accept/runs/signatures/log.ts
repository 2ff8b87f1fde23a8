import { type AuditEntry, inspectLog, type LogVerdict, readAuditLog } from '@colophon/audit'
import type { Desk } from './desk.js'

/** The record's log as the server gives it out, and whether it is whole. */
export async function auditLog({ recordId, owner }: Desk): Promise<{ entries: AuditEntry[]; verdict: LogVerdict }> {
  const response = await owner.request('GET', `/api/v1/records/${recordId}/audit`)
  if (!response.ok) throw new Error(`The log answered ${response.status}: ${await response.text()}`)
  const log = readAuditLog(await response.text())
  return { entries: log.entries, verdict: inspectLog(log) }
}
