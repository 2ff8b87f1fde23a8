import { crc32 } from 'node:zlib'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { ClientOwner } from '../store.js'
import type { Epoch } from './epochs.js'

/** How every journal begins. */
export const journalHeader: Uint8Array = Buffer.from('colophon journal 1\n', 'latin1')

/** The journal holds acknowledged updates that cannot be read; the message completes "is damaged: …". */
export class JournalDamage extends Error {
  override readonly name = 'JournalDamage'
}

export interface JournalContent {
  /** What came after the snapshot, oldest first. */
  updates: Uint8Array[]
  owners: ClientOwner[]
  epochs: Epoch[]
  /** Of the last whole entry, or of the snapshot where there is none. */
  sequence: number
  /** Bytes of the file that are whole; what follows was never acknowledged. */
  soundBytes: number
}

/** What one append holds. */
export interface Batch {
  readonly updates: readonly Uint8Array[]
  readonly owners: readonly ClientOwner[]
}

interface Body extends Batch {
  /** The epoch that begins with this entry; empty within one. */
  readonly epoch: string
}

/**
 * One entry for one sync: length (u32), CRC-32 (u32) and sequence number (u64), then the epoch that begins
 * with it, new owners of client ids, and updates.
 * A batch is one entry because a power cut may keep the later pages of an unsynced write and lose the earlier ones.
 */
export function encodeEntry(sequence: number, { updates, owners }: Batch, epoch = ''): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, epoch)
  encoding.writeVarUint(encoder, owners.length)
  for (const { client, userId } of owners) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarString(encoder, userId)
  }
  encoding.writeVarUint(encoder, updates.length)
  for (const update of updates) encoding.writeVarUint8Array(encoder, update)
  const body = encoding.toUint8Array(encoder)
  const entry = Buffer.allocUnsafe(entryHeaderBytes + body.length)
  entry.writeUInt32LE(body.length, 0)
  entry.writeBigUInt64LE(BigInt(sequence), 8)
  entry.set(body, entryHeaderBytes)
  entry.writeUInt32LE(crc32(entry.subarray(8)), 4)
  return entry
}

/**
 * Reads a journal up to its torn tail, leaving out what the snapshot numbered `after` already holds.
 * @throws JournalDamage where whole entries follow a broken one, or entries are missing: that is no torn tail.
 * @see docs/spec.md D2
 */
export function readJournal(bytes: Uint8Array, after: number): JournalContent {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const content: JournalContent = { updates: [], owners: [], epochs: [], sequence: after, soundBytes: 0 }
  if (isPartOfHeader(file)) return content
  if (!file.subarray(0, journalHeader.length).equals(journalHeader))
    throw new JournalDamage('it does not begin as a journal does')

  let previous: number | undefined
  let offset = journalHeader.length
  for (let entry = entryAt(file, offset); entry !== undefined; entry = entryAt(file, offset)) {
    const { sequence } = entry
    if (sequence !== (previous ?? sequence - 1) + 1)
      throw new JournalDamage(`entry ${sequence} follows entry ${previous}`)
    if (previous === undefined && sequence > after + 1) {
      throw new JournalDamage(`it begins with entry ${sequence}, and the snapshot ends with entry ${after}`)
    }
    if (sequence > after) {
      const { epoch, updates, owners } = bodyOf(entry)
      if (epoch !== '') content.epochs.push({ id: epoch, from: sequence })
      for (const update of updates) content.updates.push(update)
      content.owners.push(...owners)
      content.sequence = sequence
    }
    previous = sequence
    offset = entry.end
  }
  if (hasEntryAfter(file, offset))
    throw new JournalDamage(`entry ${(previous ?? after) + 1} is broken and others follow it`)
  content.soundBytes = offset
  return content
}

/** @returns the journal without its entries up to `sequence`. */
export function journalAfter(bytes: Uint8Array, sequence: number): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let offset = journalHeader.length
  for (let entry = entryAt(file, offset); entry !== undefined && entry.sequence <= sequence; ) {
    offset = entry.end
    entry = entryAt(file, offset)
  }
  return Buffer.concat([journalHeader, file.subarray(offset)])
}

const entryHeaderBytes = 16

interface Entry {
  sequence: number
  body: Buffer
  /** Where the next entry begins. */
  end: number
}

function entryAt(file: Buffer, offset: number): Entry | undefined {
  if (offset + entryHeaderBytes > file.length) return undefined
  const end = offset + entryHeaderBytes + file.readUInt32LE(offset)
  if (end === offset + entryHeaderBytes || end > file.length) return undefined
  if (crc32(file.subarray(offset + 8, end)) !== file.readUInt32LE(offset + 4)) return undefined
  return {
    sequence: Number(file.readBigUInt64LE(offset + 8)),
    body: file.subarray(offset + entryHeaderBytes, end),
    end,
  }
}

function bodyOf({ body, sequence }: Entry): Body {
  try {
    const decoder = decoding.createDecoder(body)
    const epoch = decoding.readVarString(decoder)
    const owners: ClientOwner[] = []
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      owners.push({ client: decoding.readVarUint(decoder), userId: decoding.readVarString(decoder) })
    }
    const updates: Uint8Array[] = []
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1)
      updates.push(decoding.readVarUint8Array(decoder))
    return { epoch, updates, owners }
  } catch (cause) {
    throw new JournalDamage(`entry ${sequence} cannot be read`, { cause })
  }
}

/** A broken entry at the end was being written when the lights went out; one in the middle was acknowledged. */
function hasEntryAfter(file: Buffer, offset: number): boolean {
  for (let at = offset + 1; at + entryHeaderBytes < file.length; at += 1) {
    // An entry's number never reaches 2^48, so most offsets are dismissed before any checksum.
    if (file.readUInt16LE(at + 14) === 0 && entryAt(file, at) !== undefined) return true
  }
  return false
}

function isPartOfHeader(file: Buffer): boolean {
  return file.length < journalHeader.length && file.equals(journalHeader.subarray(0, file.length))
}
