import * as z from 'zod/mini'

/** Where a record stands: being written, with the people who sign it, or done. */
export const recordStatusSchema = z.enum(['draft', 'in review', 'completed'])
export type RecordStatus = z.infer<typeof recordStatusSchema>

export const personSchema = z.object({ id: z.string(), name: z.string() })
export type Person = z.infer<typeof personSchema>

/** What somebody says with an approval. */
export const meaningSchema = z.enum(['approved', 'reviewed', 'authored', 'accepts the risk'])
export type Meaning = z.infer<typeof meaningSchema>

/** What somebody has said about exactly one text, and not taken back. */
export const decisionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('approved'),
    person: personSchema,
    /** Server time, ISO 8601, UTC. */
    at: z.string(),
    /** SHA-256 (hex) of the text that was decided on. */
    fingerprint: z.string(),
    meaning: z.string(),
    comment: z.nullable(z.string()),
  }),
  z.object({
    kind: z.literal('declined'),
    person: personSchema,
    at: z.string(),
    fingerprint: z.string(),
    reason: z.string(),
  }),
])
export type Decision = z.infer<typeof decisionSchema>

/** One sign-off line of the template, who may sign there, and what they have decided. */
export const signoffSchema = z.object({
  /** The slot's name without `_SIGNOFF`, lower case, with dashes: `pm`, `tech-lead`. */
  role: z.string(),
  /** The words before the line's colon: `Product Manager`. */
  label: z.string(),
  /** Whether the record can be completed only with this approval. */
  required: z.boolean(),
  /** Who may sign; any one of them is enough. Nobody where it is empty. */
  eligible: z.array(personSchema),
  decision: z.nullable(decisionSchema),
  /** What an imported file's line said, as plain text; not verified. `source` is its Markdown, printed back as it was. */
  imported: z.nullable(
    z.object({
      name: z.string(),
      date: z.string(),
      source: z.exactOptional(z.object({ name: z.string(), date: z.string() })),
    }),
  ),
})
export type Signoff = z.infer<typeof signoffSchema>

/** What somebody may do with one record. Owners decide who may; editors write; viewers read. */
export const rightSchema = z.enum(['owner', 'editor', 'viewer'])
export type Right = z.infer<typeof rightSchema>

/** Who may do what with a record. */
export const sharingSchema = z.object({
  /** The right of everybody in the workspace who has none of their own; `null`: none. */
  everyone: z.nullable(z.enum(['editor', 'viewer'])),
  people: z.array(z.object({ person: personSchema, right: rightSchema })),
})
export type Sharing = z.infer<typeof sharingSchema>

/** A record as it was when it was completed. */
export const versionSchema = z.object({
  /** From 1. */
  number: z.int(),
  name: z.string(),
  at: z.string(),
  person: personSchema,
  fingerprint: z.string(),
})
export type Version = z.infer<typeof versionSchema>

/** What the server alone may change about a record, pushed live as frame 17. */
export const ledgerSchema = z.object({
  /** Counts up with each change. */
  version: z.int().check(z.nonnegative()),
  status: recordStatusSchema,
  locked: z.boolean(),
  /** What the text was when that last made a decision stale or current again; `null` while nothing is decided. */
  fingerprint: z.nullable(z.string()),
  /** Why nobody can sign or change rights, where the record's log is damaged. */
  refusal: z.nullable(z.string()),
  signoffs: z.array(signoffSchema),
  sharing: sharingSchema,
  /** Oldest first. */
  versions: z.array(versionSchema),
})
export type Ledger = z.infer<typeof ledgerSchema>

/** The ledger of a record of which nothing is known: everybody writes, and nobody signs. */
export const emptyLedger: Ledger = {
  version: 0,
  status: 'draft',
  locked: false,
  fingerprint: null,
  refusal: null,
  signoffs: [],
  sharing: { everyone: 'editor', people: [] },
  versions: [],
}

/** Whether a decision still covers what the record says. @see docs/spec.md G3 */
export function isCurrent(ledger: Pick<Ledger, 'fingerprint'>, decision: Decision | null): decision is Decision {
  return decision !== null && decision.fingerprint === ledger.fingerprint
}
