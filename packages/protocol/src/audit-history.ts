import * as z from 'zod/mini'
import { personSchema } from './ledger.js'

const label = z.string()

/** What a page tells of an event in a record's log; the log itself says more, for whoever checks it. */
export const pastEventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('created') }),
  z.object({ event: z.literal('role-assigned'), label, required: z.boolean(), eligible: z.array(personSchema) }),
  z.object({ event: z.literal('access-changed'), person: personSchema, right: z.nullable(z.string()) }),
  z.object({ event: z.literal('general-access-changed'), right: z.nullable(z.string()) }),
  z.object({ event: z.literal('approved'), label, meaning: z.string(), comment: z.nullable(z.string()) }),
  z.object({ event: z.literal('declined'), label, reason: z.string() }),
  z.object({ event: z.literal('withdrawn'), label }),
  z.object({ event: z.literal('exported') }),
  z.object({ event: z.literal('completed'), version: z.int(), name: z.string() }),
  z.object({ event: z.literal('reopened'), version: z.int(), reason: z.string() }),
])
export type PastEvent = z.infer<typeof pastEventSchema>

export const pastEntrySchema = z.object({
  /** From 1. */
  number: z.int(),
  at: z.string(),
  actor: personSchema,
  what: pastEventSchema,
})
export type PastEntry = z.infer<typeof pastEntrySchema>

/** `GET …/audit` as JSON, as far as a page reads it. Oldest first. */
export const auditHistorySchema = z.object({ entries: z.array(pastEntrySchema) })
export type AuditHistory = z.infer<typeof auditHistorySchema>
