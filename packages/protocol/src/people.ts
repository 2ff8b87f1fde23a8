import * as z from 'zod/mini'
import { nameSchema, roleSchema, sessionSchema } from './http.js'
import { personSchema } from './ledger.js'
import { limits } from './limits.js'

/** Somebody who has an account. Who is not `active` keeps their name on what they did, and cannot come in. */
export const accountSchema = z.extend(sessionSchema.shape.user, { active: z.boolean() })
export type Account = z.infer<typeof accountSchema>

export const peopleSchema = z.object({ people: z.array(accountSchema) })
export type People = z.infer<typeof peopleSchema>

export const patchPersonSchema = z.object({
  role: z.exactOptional(roleSchema),
  active: z.exactOptional(z.boolean()),
})
export type PatchPerson = z.infer<typeof patchPersonSchema>

/** How long an invitation may be good, days. */
export const invitationDays = [1, limits.invitationDays, 30] as const

export const inviteSchema = z.object({
  role: z._default(roleSchema, 'member'),
  expiresInDays: z._default(z.literal(invitationDays), limits.invitationDays),
})
export type Invite = z.input<typeof inviteSchema>

/** `url` carries the secret in its fragment, which no server or log ever sees. */
export const invitationSchema = z.object({ url: z.string(), expiresAt: z.string() })
export type Invitation = z.infer<typeof invitationSchema>

/** An invitation that nobody has taken yet. Its id names it and opens nothing. */
export const openInvitationSchema = z.object({
  id: z.string(),
  role: roleSchema,
  createdBy: z.nullable(personSchema),
  expiresAt: z.string(),
})
export const openInvitationsSchema = z.object({ invitations: z.array(openInvitationSchema) })
export type OpenInvitation = z.infer<typeof openInvitationSchema>
export type OpenInvitations = z.infer<typeof openInvitationsSchema>

/** What names an invitation or a token in an address: the start of its secret's hash. */
export const secretIdSchema = z.string().check(z.regex(/^[0-9a-f]{16}$/))

/**
 * What an API token may do at most; never more than its maker may at that moment.
 * - `read`: what a viewer may: look up, read and export.
 * - `write`: what a member may: make, fill in, change and delete records as well.
 */
export const tokenScopeSchema = z.enum(['read', 'write'])
export type TokenScope = z.infer<typeof tokenScopeSchema>

/** How long a token may be good, days; or without end. */
const mostTokenDays = 3_650

export const createTokenSchema = z.object({
  name: nameSchema,
  scope: tokenScopeSchema,
  /** Absent: until it is revoked. */
  expiresInDays: z.optional(z.int().check(z.minimum(1), z.maximum(mostTokenDays))),
})
export type CreateToken = z.infer<typeof createTokenSchema>

export const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  scope: tokenScopeSchema,
  createdBy: personSchema,
  createdAt: z.string(),
  /** `null`: until it is revoked. */
  expiresAt: z.nullable(z.string()),
  /** The day (UTC, `2026-01-31`) of its last use; `null` before the first. */
  lastUsedOn: z.nullable(z.string()),
})
export type Token = z.infer<typeof tokenSchema>
export const tokensSchema = z.object({ tokens: z.array(tokenSchema) })
export type Tokens = z.infer<typeof tokensSchema>

/** `secret` is told this once; the server keeps its hash alone. */
export const newTokenSchema = z.extend(tokenSchema, { secret: z.string() })
export type NewToken = z.infer<typeof newTokenSchema>

export const workspaceSchema = sessionSchema.shape.workspace
export type WorkspaceSettings = z.infer<typeof workspaceSchema>

export const patchWorkspaceSchema = z.object({
  name: z.exactOptional(nameSchema),
  passwordToSign: z.exactOptional(z.boolean()),
})
export type PatchWorkspace = z.infer<typeof patchWorkspaceSchema>
