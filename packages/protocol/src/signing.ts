import * as z from 'zod/mini'
import { changesSchema } from './differences.js'
import { meaningSchema, personSchema, rightSchema, versionSchema } from './ledger.js'
import { limits } from './limits.js'

/** SHA-256 in hex digits. */
export const sha256Schema = z.string().check(z.regex(/^[0-9a-f]{64}$/))

export const fingerprintSchema = z.object({ fingerprint: z.string() })

const wordsSchema = z.string().check(z.maxLength(limits.commentChars))
const userIdSchema = z.string().check(z.minLength(1), z.maxLength(100))

/** What somebody decides about the text they have seen. */
export const signSchema = z.object({
  role: z.string().check(z.minLength(1), z.maxLength(100)),
  decision: z.enum(['approve', 'decline', 'withdraw']),
  meaning: z.optional(meaningSchema),
  /** With a decline: the reason, which it needs. */
  comment: z.optional(wordsSchema),
  fingerprint: sha256Schema,
  /** Where the workspace wants it entered anew. */
  password: z.optional(z.string().check(z.maxLength(limits.passwordMaxChars))),
})
export type SignRequest = z.infer<typeof signSchema>

/** Who may sign as a role: one person, or several of whom any one will do. What is absent stays as it is. */
export const assignRoleSchema = z.object({
  userId: z.optional(userIdSchema),
  eligible: z.optional(z.array(userIdSchema).check(z.maxLength(50))),
  required: z.optional(z.boolean()),
})
export type AssignRole = z.infer<typeof assignRoleSchema>

/** A right of one person (`null` takes it away), or of everybody who has none of their own. */
export const shareSchema = z.union([
  z.strictObject({ userId: userIdSchema, right: z.nullable(rightSchema) }),
  z.strictObject({ everyone: z.nullable(z.enum(['editor', 'viewer'])) }),
])
export type ShareRecord = z.infer<typeof shareSchema>

export const completeSchema = z.object({
  fingerprint: sha256Schema,
  /** What the version is called; without it, by its number. */
  name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))),
})
export type CompleteRecord = z.infer<typeof completeSchema>

export const reopenSchema = z.object({ reason: wordsSchema.check(z.trim(), z.minLength(1)) })

export const versionsSchema = z.object({ versions: z.array(versionSchema) })

/** What is asked of `GET …/changes`: since which text. */
export const changesQuerySchema = z.object({ since: sha256Schema })
export const changesSinceSchema = z.object({
  /** What the text is now. */
  fingerprint: z.string(),
  changes: changesSchema,
})
export type ChangesSince = z.infer<typeof changesSinceSchema>

/** What is asked of `GET …/writers`: Yjs client ids with commas between them, `limits.writersAsked` at most. */
export const writersQuerySchema = z.object({
  clients: z.string().check(z.regex(/^\d{1,10}(?:,\d{1,10})*$/), z.maxLength(limits.writersAsked * 11)),
})
export const writersSchema = z.object({
  /** Who writes under which of them; those under which nobody does are left out. */
  writers: z.array(z.object({ client: z.int().check(z.nonnegative()), person: personSchema })),
})
export type Writers = z.infer<typeof writersSchema>

/** The public half of the key that seals the logs that this server gives out: Ed25519, SPKI, base64. */
export const sealKeySchema = z.object({ key: z.string() })
export type SealKey = z.infer<typeof sealKeySchema>

export const auditQuerySchema = z.object({ format: z._default(z.enum(['json', 'csv']), 'json') })
