import { crc32 } from 'node:zlib'
import { z } from 'zod'

/** A record's state and the number of the last journal entry that it holds. */
export interface Snapshot {
  sequence: number
  state: Uint8Array
}

/** @returns the text of `records/<id>.json`. */
export function encodeSnapshot(recordId: string, { sequence, state }: Snapshot): string {
  const encoded = Buffer.from(state.buffer, state.byteOffset, state.byteLength).toString('base64')
  const checksum = checksumOf(recordId, sequence, encoded)
  return `${JSON.stringify({ version: 1, record: recordId, sequence, checksum, state: encoded })}\n`
}

/** @throws SnapshotDamage saying what is wrong with the text. */
export function decodeSnapshot(recordId: string, text: string): Snapshot {
  const { sequence, state, checksum } = parse(text)
  if (checksum !== checksumOf(recordId, sequence, state)) throw new SnapshotDamage('its checksum does not match')
  return { sequence, state: new Uint8Array(Buffer.from(state, 'base64')) }
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
  state: z.base64(),
})

function parse(text: string): z.infer<typeof snapshotSchema> {
  try {
    return snapshotSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new SnapshotDamage('it is not a complete snapshot of this version', { cause })
  }
}

/** Covers the id too, so that a file under another record's name is noticed. */
function checksumOf(recordId: string, sequence: number, state: string): string {
  return crc32(state, crc32(`${recordId} ${sequence} `))
    .toString(16)
    .padStart(8, '0')
}
