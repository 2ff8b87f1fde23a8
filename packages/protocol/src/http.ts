import * as z from 'zod/mini'
import { changesSchema } from './differences.js'
import { ledgerSchema, personSchema, recordStatusSchema, rightSchema } from './ledger.js'
import { limits } from './limits.js'

/** Something is written, and not too much. */
const shortSchema = (maxChars: number) => z.string().check(z.minLength(1), z.maxLength(maxChars))

/** `application/problem+json` (RFC 9457) with a stable `code`. `detail` says what happened, what was kept and what to do. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  /** Which request it was, as the server's log names it. */
  instance: z.optional(z.string()),
  /** For a template or an import: where in the file (both from 1). */
  line: z.optional(z.int()),
  column: z.optional(z.int()),
  /** For `record-moved`: the fingerprint the record has now. */
  fingerprint: z.optional(z.string()),
  /** For `record-moved`: what has changed since the text that was seen, where that is still known. */
  changes: z.optional(changesSchema),
})
export type Problem = z.infer<typeof problemSchema>

export const completenessSchema = z.object({ filled: z.int(), total: z.int() })

export const recordSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  status: recordStatusSchema,
  archived: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  createdBy: personSchema,
  completeness: completenessSchema,
  /** Required roles whose approval covers the present text, of all required ones. */
  signed: completenessSchema,
  /** The roles as which the caller is asked to sign, in words. */
  waiting: z.array(z.string()),
  /** Who has the record open now. */
  present: z.array(personSchema),
})
export type RecordSummary = z.infer<typeof recordSummarySchema>

export const recordDetailsSchema = z.extend(recordSummarySchema, {
  template: z.object({ id: z.string(), name: z.string() }),
  ledger: ledgerSchema,
  /** What the caller may do. */
  right: rightSchema,
})
export type RecordDetails = z.infer<typeof recordDetailsSchema>

export const recordListSchema = z.object({ records: z.array(recordSummarySchema) })
export type RecordList = z.infer<typeof recordListSchema>

/** The templates a record can be made from. */
export const templatesSchema = z.object({ templates: z.array(z.object({ id: z.string(), name: z.string() })) })
export type Templates = z.infer<typeof templatesSchema>

export const recordIdSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{12,32}$/))

const titleSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.titleChars))

export const createRecordSchema = z.object({
  title: z.optional(titleSchema),
  /** The id of a known template, or a template's own Markdown. */
  template: z.optional(z.string().check(z.minLength(1), z.maxLength(limits.templateChars))),
})
export const patchRecordSchema = z.object({ title: z.optional(titleSchema), archived: z.optional(z.boolean()) })
export type CreateRecord = z.infer<typeof createRecordSchema>
export type PatchRecord = z.infer<typeof patchRecordSchema>
export const listRecordsQuerySchema = z.object({
  q: z.optional(z.string().check(z.maxLength(200))),
  status: z.optional(recordStatusSchema),
  archived: z.optional(z.enum(['true', 'false'])),
})
export type ListRecordsQuery = z.infer<typeof listRecordsQuerySchema>
export const markdownQuerySchema = z.object({
  unfilled: z._default(z.enum(['keep', 'omit', 'na']), 'keep'),
  status: z._default(z.enum(['template', 'live']), 'template'),
})
export type MarkdownQuery = z.infer<typeof markdownQuerySchema>
export const importProblemSchema = z.object({ line: z.int(), text: z.string(), reason: z.string() })
export const importResultSchema = z.extend(recordDetailsSchema, { problems: z.array(importProblemSchema) })
export type ImportResult = z.infer<typeof importResultSchema>

export const roleSchema = z.enum(['admin', 'member', 'viewer'])
const memberSchema = z.extend(personSchema, { email: z.string(), role: roleSchema })
export const sessionSchema = z.object({
  user: memberSchema,
  /** `passwordToSign`: whoever signs a record off enters their password again. */
  workspace: z.object({ name: z.string(), passwordToSign: z.boolean() }),
})
export type Session = z.infer<typeof sessionSchema>

export const signInSchema = z.object({
  email: shortSchema(200),
  password: shortSchema(limits.passwordMaxChars),
})
export type SignIn = z.infer<typeof signInSchema>

/** `store`: whether what people write reaches the disk; while it does not, nothing is lost but nothing is saved. */
export const healthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  store: z.object({ state: z.enum(['ok', 'failing']), since: z.optional(z.string()) }),
})
export type Health = z.infer<typeof healthSchema>

/** What an anonymous visitor may know: whether anybody has set the place up. */
export const welcomeSchema = z.object({ ready: z.boolean(), workspace: z.nullable(z.string()) })
export type Welcome = z.infer<typeof welcomeSchema>

export const inspectInvitationSchema = z.object({ token: shortSchema(200) })
/** `first`: the set-up link, whose taker names the workspace. */
export const invitationInfoSchema = z.object({
  workspace: z.nullable(z.string()),
  role: roleSchema,
  first: z.boolean(),
})
export type InvitationInfo = z.infer<typeof invitationInfoSchema>
/** What people call somebody or something. */
export const nameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(100))
/** Turns an invitation (or the set-up link) into an account and signs it in. `workspace` is for the set-up link alone. */
export const joinSchema = z.object({
  token: shortSchema(200),
  name: nameSchema,
  email: z.email().check(z.maxLength(200)),
  password: z.string().check(z.minLength(limits.passwordMinChars), z.maxLength(limits.passwordMaxChars)),
  workspace: z.optional(nameSchema),
})
export type Join = z.infer<typeof joinSchema>
