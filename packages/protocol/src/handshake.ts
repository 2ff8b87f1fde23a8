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

/** What Colophon's page says of itself in the query of `/sync/:id`. A stock y-websocket client says nothing of it. */
export interface Handshake {
  /** The `schemaVersion` it was built with. */
  readonly schema?: number | undefined
}

const handshakeSchema = z.object({
  schema: z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
})

/** @returns the parameters of the socket's address. */
export function writeHandshake({ schema }: Handshake): Record<string, string> {
  return schema === undefined ? {} : { schema: String(schema) }
}

/** @returns `undefined` where the parameters are not as a page writes them; those of others are passed over. */
export function readHandshake(query: Iterable<readonly [string, string]>): Handshake | undefined {
  const { data } = handshakeSchema.safeParse(Object.fromEntries(query))
  if (data === undefined) return undefined
  return { schema: data.schema === undefined ? undefined : Number(data.schema) }
}
