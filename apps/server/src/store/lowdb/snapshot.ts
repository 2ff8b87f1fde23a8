import { crc32 } from 'node:zlib'
import { z } from 'zod'
import type { SnapshotLayout } from '../store.js'
import type { Epochs } from './epochs.js'

/** A record's state and the number of the last journal entry that it holds. */
export interface Snapshot {
  sequence: number
  state: Uint8Array
  layout: SnapshotLayout | undefined
  /** Who wrote under each client id. */
  owners: ReadonlyMap<number, string>
  /** At least one. */
  epochs: Epochs
}

/** @returns the text of `records/<id>.json`. */
export function encodeSnapshot(recordId: string, { sequence, state, layout, owners, epochs }: Snapshot): string {
  const encoded = Buffer.from(state.buffer, state.byteOffset, state.byteLength).toString('base64')
  const content = {
    sequence,
    epochs: epochs.map(({ id, from }): [string, number] => [id, from]),
    owners: [...owners],
    ...(layout && { layout }),
    state: encoded,
  }
  const checksum = checksumOf(recordId, content)
  return `${JSON.stringify({ version: 1, record: recordId, checksum, ...content })}\n`
}

/** @throws SnapshotDamage saying what is wrong with the text. */
export function decodeSnapshot(recordId: string, text: string): Snapshot {
  const { checksum, ...content } = parse(text)
  if (checksum !== checksumOf(recordId, content)) throw new SnapshotDamage('its checksum does not match')
  const { sequence, epochs, owners, layout, state } = content
  return {
    sequence,
    epochs: epochs.map(([id, from]) => ({ id, from })),
    owners: new Map(owners),
    layout,
    state: bytesOf(state),
  }
}

/** The file is not what was written; the message completes "is damaged: …". */
export class SnapshotDamage extends Error {
  override readonly name = 'SnapshotDamage'
}

const count = z.int().nonnegative()

const snapshotSchema = z.object({
  version: z.literal(1),
  record: z.string(),
  sequence: z.int().nonnegative(),
  checksum: z.string(),
  epochs: z.array(z.tuple([z.string(), count])).min(1),
  owners: z.array(z.tuple([count, z.string()])),
  layout: z
    .object({
      clients: z.array(z.object({ client: count, to: count, count, start: count, bytes: count })),
      roots: z.array(z.string()),
      deletesAt: count,
    })
    .optional(),
  // Whether it is base64 is the checksum's matter: a pattern would take longer over a large record than reading it.
  state: z.string(),
})

interface Content {
  readonly sequence: number
  readonly epochs: readonly (readonly [string, number])[]
  readonly owners: readonly (readonly [number, string])[]
  readonly layout?: SnapshotLayout | undefined
  readonly state: string
}

function parse(text: string): z.infer<typeof snapshotSchema> {
  try {
    return snapshotSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new SnapshotDamage('it is not a complete snapshot of this version', { cause })
  }
}

function bytesOf(base64: string): Uint8Array {
  const { buffer, byteOffset, byteLength } = Buffer.from(base64, 'base64')
  return new Uint8Array(buffer, byteOffset, byteLength)
}

/** Covers the id too, so that a file under another record's name is noticed. */
function checksumOf(recordId: string, { state, ...rest }: Content): string {
  return crc32(state, crc32(`${recordId} ${rest.sequence} ${JSON.stringify([rest.epochs, rest.owners, rest.layout])} `))
    .toString(16)
    .padStart(8, '0')
}
