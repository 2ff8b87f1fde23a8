import { z } from 'zod'
import { actorSchema, auditEventSchema } from './events.js'

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)
const base64Schema = z.base64()
const countSchema = z.int().nonnegative()

export const auditEntrySchema = z.strictObject({
  number: countSchema,
  recordId: z.string(),
  at: z.iso.datetime(),
  actor: actorSchema,
  what: auditEventSchema,
  previous: hashSchema,
  hash: hashSchema,
})

/** A record's log as `GET …/audit` gives it: what is needed to check the record's Markdown without the server. */
export const auditLogSchema = z.strictObject({
  format: z.literal('colophon audit 1'),
  record: z.strictObject({ id: z.string(), title: z.string() }),
  /** The Markdown of the record's template. */
  template: z.string(),
  entries: z.array(auditEntrySchema),
  seal: z.strictObject({
    head: z.strictObject({ number: countSchema, hash: hashSchema }),
    key: base64Schema,
    signature: base64Schema,
  }),
})
export type AuditLog = z.infer<typeof auditLogSchema>

/** The text is no audit log; the message says what is wrong with it. */
export class AuditLogUnreadable extends Error {
  readonly code = 'audit-log-unreadable'
  override readonly name = 'AuditLogUnreadable'
}

/** @throws AuditLogUnreadable */
export function readAuditLog(text: string): AuditLog {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new AuditLogUnreadable('It is no JSON.', { cause })
  }
  const { success, data, error } = auditLogSchema.safeParse(value)
  if (!success) throw new AuditLogUnreadable(z.prettifyError(error), { cause: error })
  return data
}
