import { z } from 'zod'
import type { AuditEntry } from '../chain.js'
import { auditEntrySchema } from '../log.js'

/** @throws where it is no JSON, or not of entries */
export function readEntries(text: string): AuditEntry[] {
  return z.array(auditEntrySchema).parse(JSON.parse(text))
}
