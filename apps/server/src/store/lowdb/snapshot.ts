import { crc32 } from 'node:zlib'
import { z } from 'zod'

/** A record's state and the number of the last journal entry that it holds. */
export interface Snapshot {
  sequence: number
  state: Uint8Array
  /** Who wrote under each client id. */
  owners: ReadonlyMap<number, string>
}

/** @returns the text of `records/<id>.json`. */
export function encodeSnapshot(recordId: string, { sequence, state, owners }: Snapshot): string {
  const encoded = Buffer.from(state.buffer, state.byteOffset, state.byteLength).toString('base64')
  const content = { sequence, owners: [...owners], state: encoded }
  const checksum = checksumOf(recordId, content)
  return `${JSON.stringify({ version: 1, record: recordId, checksum, ...content })}\n`
}

/** @throws SnapshotDamage saying what is wrong with the text. */
export function decodeSnapshot(recordId: string, text: string): Snapshot {
  const { checksum, ...content } = parse(text)
  if (checksum !== checksumOf(recordId, content)) throw new SnapshotDamage('its checksum does not match')
  const { sequence, owners, state } = content
  return { sequence, owners: new Map(owners), state: new Uint8Array(Buffer.from(state, 'base64')) }
}

/** The file is not what was written; the message completes "is damaged: …". */
export class SnapshotDamage extends Error {
  override readonly name = 'SnapshotDamage'
}

const snapshotSchema = z.object({
  version: z.literal(1),
  record: z.string(),
  sequence: z.int().nonnegative(),
  checksum: z.string(),
  owners: z.array(z.tuple([z.int().nonnegative(), z.string()])),
  // Whether it is base64 is the checksum's matter: a pattern would take longer over a large record than reading it.
  state: z.string(),
})

type Content = Pick<z.infer<typeof snapshotSchema>, 'sequence' | 'owners' | 'state'>

function parse(text: string): z.infer<typeof snapshotSchema> {
  try {
    return snapshotSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new SnapshotDamage('it is not a complete snapshot of this version', { cause })
  }
}

/** Covers the id too, so that a file under another record's name is noticed. */
function checksumOf(recordId: string, { sequence, owners, state }: Content): string {
  return crc32(state, crc32(`${recordId} ${sequence} ${JSON.stringify(owners)} `))
    .toString(16)
    .padStart(8, '0')
}
