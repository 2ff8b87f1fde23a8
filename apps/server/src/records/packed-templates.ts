import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import type { Reader } from '../documents/reader.js'
import type { Rooms } from '../sync/rooms.js'
import type { RecordIndex } from './record-index.js'

/** Parsed templates for pages, which have nothing to parse one with. */
export interface PackedTemplates {
  /** @throws RecordMissing */
  ofRecord(id: string): Promise<PackedTemplate>
}

export interface PackedTemplate {
  /** As `packTemplate` writes it. */
  readonly text: string
  /** The same, as nearly every browser wants it: a tenth of the size. */
  readonly gzipped: Buffer
}

/** Templates are few: each is parsed once, away from the thread that serves everybody. @see docs/spec.md P8 */
export function createPackedTemplates(parts: {
  index: Pick<RecordIndex, 'live'>
  rooms: Pick<Rooms, 'read'>
  reader: Pick<Reader, 'template'>
}): PackedTemplates {
  const { index, rooms, reader } = parts
  const packed = new LRUCache<string, PackedTemplate>({ max: 100 })

  return {
    async ofRecord(id) {
      const { templateId } = await index.live(id)
      const known = packed.get(templateId)
      if (known !== undefined) return known
      const text = await rooms.read(id, reader.template)
      const made = { text, gzipped: await compress(text) }
      packed.set(templateId, made)
      return made
    },
  }
}

const compress = promisify<string, Buffer>(gzip)
