import { beginning } from '@colophon/audit'
import { completenessSchema, emptyLedger, ledgerSchema, personSchema, signoffSchema } from '@colophon/protocol'
import { z } from 'zod'
import type { InvitationRow, LedgerRow, RecordRow, SettingsRow, TemplateRow, TokenRow } from '../store.js'

/** Every column, the optional ones too: one that is forgotten here would be dropped at the next start. */
type Columns<Row> = { [Key in keyof Required<Row>]: z.core.$ZodType<Row[Key]> }

const recordRowSchema = z.object({
  id: z.string(),
  title: z.string(),
  templateId: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  createdBy: personSchema,
  archived: z.boolean(),
  deletedAt: z.string().nullable(),
  completeness: completenessSchema,
} satisfies Columns<RecordRow>)

const ledgerRowSchema = z.object({
  ...ledgerSchema.shape,
  id: z.string(),
  entries: z.int().nonnegative(),
  head: z.string(),
} satisfies Columns<LedgerRow>)

/**
 * A ledger from before there were logs. Its roles stay, and what imported files said; its ticks do not, for no log bears
 * them out.
 */
const unloggedLedgerSchema = z
  .object({
    id: z.string(),
    signoffs: z.array(z.object(signoffSchema.shape).pick({ role: true, label: true, imported: true })),
  })
  .transform(({ id, signoffs }): LedgerRow => {
    const open = signoffs.map((line) => ({ ...line, required: true, eligible: [], decision: null }))
    return { ...emptyLedger, id, signoffs: open, entries: 0, head: beginning.hash }
  })

const templateRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  source: z.string(),
} satisfies Columns<TemplateRow>)

const invitationRowSchema = z.object({
  id: z.string(),
  role: z.enum(['admin', 'member', 'viewer']),
  first: z.boolean(),
  createdBy: z.nullable(personSchema),
  expiresAt: z.string(),
} satisfies Columns<InvitationRow>)

const tokenRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.enum(['read', 'write']),
  createdBy: personSchema,
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedOn: z.string().nullable(),
} satisfies Columns<TokenRow>)

const settingsRowSchema = z.object({
  id: z.literal('workspace'),
  name: z.string(),
  // Older files have neither this nor tokens.
  passwordToSign: z.boolean().default(false),
} satisfies Columns<SettingsRow>)

/** better-auth's own tables; their columns are its affair. */
const authTablesSchema = z.record(z.string(), z.array(z.record(z.string(), z.unknown())))

/** The whole of `colophon.json`. */
export const indexSchema = z.object({
  version: z.literal(1),
  records: z.array(recordRowSchema),
  ledgers: z.array(z.union([ledgerRowSchema, unloggedLedgerSchema])),
  templates: z.array(templateRowSchema),
  invitations: z.array(invitationRowSchema),
  tokens: z.array(tokenRowSchema).default([]),
  settings: z.array(settingsRowSchema),
  auth: authTablesSchema,
})
export type Index = z.infer<typeof indexSchema>

export function emptyIndex(): Index {
  return { version: 1, records: [], ledgers: [], templates: [], invitations: [], tokens: [], settings: [], auth: {} }
}
