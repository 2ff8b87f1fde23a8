import * as z from 'zod/mini'

/** Where a record stands. */
export const recordStatusSchema = z.enum(['draft', 'in review', 'completed'])
export type RecordStatus = z.infer<typeof recordStatusSchema>

export const personSchema = z.object({ id: z.string(), name: z.string() })
export type Person = z.infer<typeof personSchema>

/** One sign-off line of the template and what stands in it. */
export const signoffSchema = z.object({
  /** The slot's name without `_SIGNOFF`, lower case, with dashes: `pm`, `tech-lead`. */
  role: z.string(),
  /** The words before the line's colon: `Product Manager`. */
  label: z.string(),
  /** Set while a signed-in person's tick stands. */
  signed: z.nullable(
    z.object({
      person: personSchema,
      /** Server time, ISO 8601, UTC. */
      at: z.string(),
      /** SHA-256 (hex) of the text that was signed. */
      fingerprint: z.string(),
    }),
  ),
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

/** What the server alone may change about a record, pushed live as frame 17. */
export const ledgerSchema = z.object({
  /** Counts up with each change. */
  version: z.int().check(z.nonnegative()),
  status: recordStatusSchema,
  locked: z.boolean(),
  signoffs: z.array(signoffSchema),
})
export type Ledger = z.infer<typeof ledgerSchema>
