import * as z from 'zod/mini'

/**
 * What a record may hold: the nodes, marks and attributes of the prose schema, and how a record lies in its document.
 *
 * It must grow by one with every change after which a page of the number before could harm a record that a page of the
 * new number wrote: a new node type, mark or attribute, another content rule, another place for something. An editor
 * deletes what it does not know, for everybody, so a page of another number than the server's may only read.
 * @see docs/spec.md S5
 */
export const schemaVersion = 1

/**
 * How far somebody has seen a record: up to which entry of its journal, and in which epoch that one was written. An epoch is
 * one run of the server over the record. No entry of a record that was put back from a backup is in an epoch that was lost.
 * @see docs/spec.md D8
 */
export interface Position {
  /** Up to 32 characters, fit for an address. */
  readonly epoch: string
  /** Counts up from 0, which is the record as it was created. */
  readonly entry: number
}

export const positionSchema = z.object({
  epoch: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,32}$/)),
  entry: z.int().check(z.nonnegative()),
})

/** What Colophon's page says of itself in the query of `/sync/:id`. A stock y-websocket client says nothing of it. */
export interface Handshake {
  /** The `schemaVersion` it was built with. */
  readonly schema?: number | undefined
  /** How far it has seen the record; nothing where it never has. */
  readonly seen?: Position | undefined
}

/** @returns the parameters of the socket's address. */
export function writeHandshake({ schema, seen }: Handshake): Record<string, string> {
  return {
    ...(schema === undefined ? {} : { schema: String(schema) }),
    ...(seen === undefined ? {} : { epoch: seen.epoch, entry: String(seen.entry) }),
  }
}

/** @returns `undefined` where the parameters are not as a page writes them; those of others are passed over. */
export function readHandshake(query: Iterable<readonly [string, string]>): Handshake | undefined {
  const { data } = handshakeSchema.safeParse(Object.fromEntries(query))
  if (data === undefined) return undefined
  const { schema, epoch, entry } = data
  if (epoch === undefined || entry === undefined) return epoch === entry ? { schema } : undefined
  return { schema, seen: { epoch, entry } }
}

const numberSchema = z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number))

const handshakeSchema = z.object({
  schema: z.optional(numberSchema),
  epoch: z.optional(positionSchema.shape.epoch),
  entry: z.optional(numberSchema),
})
