import { z } from 'zod'

/** Canonical JSON has no halves of characters (RFC 8785 asks for I-JSON). */
const textSchema = z.string().refine((text) => !/\p{Surrogate}/u.test(text), 'It holds half a character.')

/** Who did something: a person of the workspace, or a script with a token. */
export const actorSchema = z.strictObject({ kind: z.enum(['person', 'service']), id: textSchema, name: textSchema })
export type Actor = z.infer<typeof actorSchema>

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)
const personSchema = z.strictObject({ id: textSchema, name: textSchema })
/** A role of the record's template, and its words there. */
const roleShape = { role: textSchema, label: textSchema }
/** The text that was decided on: its fingerprint, and how many entries of the record had been stored. */
const textShape = { fingerprint: sha256Schema, entry: z.int().nonnegative() }

/** What the log of a record tells. Nothing that people write in the record stands in it but reasons and comments. */
export const auditEventSchema = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('created'),
    title: textSchema,
    /** Whose it is; nobody's, where the operator's own account made it. */
    owner: personSchema.nullable(),
    /** The sign-off lines of its template, in their order. */
    roles: z.array(z.strictObject(roleShape)),
    /** What an imported file's sign-off lines said, and their Markdown; nobody has verified it. */
    recorded: z.array(
      z.strictObject({
        ...roleShape,
        name: textSchema,
        date: textSchema,
        source: z.strictObject({ name: textSchema, date: textSchema }).exactOptional(),
      }),
    ),
  }),
  z.strictObject({
    event: z.literal('role-assigned'),
    ...roleShape,
    required: z.boolean(),
    eligible: z.array(personSchema),
  }),
  z.strictObject({
    event: z.literal('access-changed'),
    person: personSchema,
    right: z.enum(['owner', 'editor', 'viewer']).nullable(),
  }),
  /** What people of the workspace may do who have no right of their own. */
  z.strictObject({ event: z.literal('general-access-changed'), right: z.enum(['editor', 'viewer']).nullable() }),
  z.strictObject({
    event: z.literal('approved'),
    ...roleShape,
    ...textShape,
    meaning: textSchema,
    comment: textSchema.nullable(),
  }),
  z.strictObject({ event: z.literal('declined'), ...roleShape, ...textShape, reason: textSchema }),
  z.strictObject({ event: z.literal('withdrawn'), ...roleShape }),
  z.strictObject({
    event: z.literal('exported'),
    fingerprint: sha256Schema,
    /** SHA-256 of the file's bytes. */
    file: sha256Schema,
  }),
  z.strictObject({
    event: z.literal('completed'),
    ...textShape,
    version: z.int().positive(),
    /** What the people who completed it call the version. */
    name: textSchema,
    /** SHA-256 of the bytes of the version's Markdown. */
    file: sha256Schema,
  }),
  z.strictObject({ event: z.literal('reopened'), version: z.int().positive(), reason: textSchema }),
])
export type AuditEvent = z.infer<typeof auditEventSchema>
