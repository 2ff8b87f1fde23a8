import { z } from 'zod'
import { ledgerSchema, personSchema, recordStatusSchema } from './ledger.js'
import { limits } from './limits.js'

/** `application/problem+json` (RFC 9457) with a stable `code`. `detail` says what happened, what was kept and what to do. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  /** Which request it was, as the server's log names it. */
  instance: z.string().optional(),
  /** For a template or an import: where in the file (both from 1). */
  line: z.number().int().optional(),
  column: z.number().int().optional(),
  /** For `record-moved`: the fingerprint the record has now. */
  fingerprint: z.string().optional(),
})
export type Problem = z.infer<typeof problemSchema>

export const completenessSchema = z.object({ filled: z.number().int(), total: z.number().int() })

export const recordSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  status: recordStatusSchema,
  archived: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  createdBy: personSchema,
  completeness: completenessSchema,
  signed: completenessSchema,
  /** Who has the record open now. */
  present: z.array(personSchema),
})
export type RecordSummary = z.infer<typeof recordSummarySchema>

export const recordDetailsSchema = recordSummarySchema.extend({
  template: z.object({ id: z.string(), name: z.string() }),
  ledger: ledgerSchema,
})
export type RecordDetails = z.infer<typeof recordDetailsSchema>

export const recordListSchema = z.object({ records: z.array(recordSummarySchema) })
export type RecordList = z.infer<typeof recordListSchema>

/** The templates a record can be made from. */
export const templatesSchema = z.object({ templates: z.array(z.object({ id: z.string(), name: z.string() })) })
export type Templates = z.infer<typeof templatesSchema>

export const recordIdSchema = z.string().regex(/^[A-Za-z0-9_-]{12,32}$/)

const titleSchema = z.string().trim().min(1).max(limits.titleChars)

export const createRecordSchema = z.object({
  title: titleSchema.optional(),
  /** The id of a known template, or a template's own Markdown. */
  template: z.string().min(1).max(limits.templateChars).optional(),
})
export const patchRecordSchema = z.object({ title: titleSchema.optional(), archived: z.boolean().optional() })
export type CreateRecord = z.infer<typeof createRecordSchema>
export type PatchRecord = z.infer<typeof patchRecordSchema>
export const listRecordsQuerySchema = z.object({
  q: z.string().max(200).optional(),
  status: recordStatusSchema.optional(),
  archived: z.enum(['true', 'false']).optional(),
})
export type ListRecordsQuery = z.infer<typeof listRecordsQuerySchema>
export const markdownQuerySchema = z.object({
  unfilled: z.enum(['keep', 'omit', 'na']).default('keep'),
  status: z.enum(['template', 'live']).default('template'),
})
export type MarkdownQuery = z.infer<typeof markdownQuerySchema>
export const importProblemSchema = z.object({ line: z.number().int(), text: z.string(), reason: z.string() })
export const importResultSchema = recordDetailsSchema.extend({ problems: z.array(importProblemSchema) })
export type ImportResult = z.infer<typeof importResultSchema>

export const fingerprintSchema = z.object({ fingerprint: z.string() })

export const signSchema = z.object({
  role: z.string().min(1).max(100),
  decision: z.enum(['approve', 'decline', 'withdraw']),
  meaning: z.string().max(200).optional(),
  comment: z.string().max(2000).optional(),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
})
export type SignRequest = z.infer<typeof signSchema>

export const roleSchema = z.enum(['admin', 'member', 'viewer'])
export const sessionSchema = z.object({
  user: personSchema.extend({ email: z.string(), role: roleSchema }),
  workspace: z.object({ name: z.string() }),
})
export type Session = z.infer<typeof sessionSchema>

export const signInSchema = z.object({
  email: z.string().min(1).max(200),
  password: z.string().min(1).max(limits.passwordMaxChars),
})
export type SignIn = z.infer<typeof signInSchema>

/** `store`: whether what people write reaches the disk; while it does not, nothing is lost but nothing is saved. */
export const healthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  store: z.object({ state: z.enum(['ok', 'failing']), since: z.string().optional() }),
})
export type Health = z.infer<typeof healthSchema>

/** What an anonymous visitor may know: whether anybody has set the place up. */
export const welcomeSchema = z.object({ ready: z.boolean(), workspace: z.string().nullable() })
export type Welcome = z.infer<typeof welcomeSchema>

export const inviteSchema = z.object({ role: z.enum(['admin', 'member']).default('member') })
/** `url` carries the secret in its fragment, which no server or log ever sees. */
export const invitationSchema = z.object({ url: z.string(), expiresAt: z.string() })
export type Invitation = z.infer<typeof invitationSchema>
export const inspectInvitationSchema = z.object({ token: z.string().min(1).max(200) })
/** `first`: the set-up link, whose taker names the workspace. */
export const invitationInfoSchema = z.object({ workspace: z.string().nullable(), role: roleSchema, first: z.boolean() })
export type InvitationInfo = z.infer<typeof invitationInfoSchema>
/** Turns an invitation (or the set-up link) into an account and signs it in. `workspace` is for the set-up link alone. */
export const joinSchema = z.object({
  token: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(100),
  email: z.email().max(200),
  password: z.string().min(limits.passwordMinChars).max(limits.passwordMaxChars),
  workspace: z.string().trim().min(1).max(100).optional(),
})
export type Join = z.infer<typeof joinSchema>

export const peopleSchema = z.object({ people: z.array(personSchema.extend({ email: z.string(), role: roleSchema })) })
export type People = z.infer<typeof peopleSchema>
