import { slotTextSchema } from '@colophon/protocol'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Content as TextContent } from '../documents/question.js'
import type { Reader } from '../documents/reader.js'
import type { Store } from '../store/store.js'
import type { Rooms } from '../sync/rooms.js'

/** What a record says, as somebody decides on it. */
export interface Content extends TextContent {
  /** How many entries of the record's journal it holds at least. */
  readonly entry: number
}

/** Texts of records: what they are now, and what they were when somebody looked or decided. */
export interface Texts {
  /** @throws RecordMissing */
  fingerprint(recordId: string): Promise<string>
  /** What the record says now. It can be found again for as long as somebody may be reading it. @throws RecordMissing */
  present(recordId: string): Promise<Content>
  /** Makes a text one that outlives the process. */
  keep(recordId: string, content: Content): Promise<void>
  /** @returns `undefined` for a text that nobody has decided on or looked at lately */
  find(recordId: string, fingerprint: string): Promise<Content | undefined>
  /** Keeps the file of a version, and gives it back. */
  keepVersion(recordId: string, number: number, markdown: string): Promise<void>
  version(recordId: string, number: number): Promise<string | undefined>
  remove(recordId: string): Promise<void>
}

/** @param seenChars how much of what people have looked at is remembered */
export function createTexts(parts: {
  files: Store['texts']
  rooms: Pick<Rooms, 'read'>
  reader: Pick<Reader, 'content' | 'fingerprint'>
  entryOf(recordId: string): number
  seenChars?: number
}): Texts {
  const { files, rooms, reader, entryOf, seenChars = 16_000_000 } = parts
  const seen = new LRUCache<string, Content>({
    maxSize: seenChars,
    ttl: seenMs,
    sizeCalculation: ({ markdown, vector }) => markdown.length * 3 + vector.length,
  })
  const keyOf = (recordId: string, fingerprint: string) => `${recordId} ${fingerprint}`

  return {
    fingerprint: (recordId) => rooms.read(recordId, reader.fingerprint),

    async present(recordId) {
      const content = await rooms.read(recordId, async (text) => {
        const entry = entryOf(recordId)
        return { ...(await reader.content(text)), entry }
      })
      seen.set(keyOf(recordId, content.fingerprint), content)
      return content
    },

    async keep(recordId, content) {
      if ((await files.get(recordId, content.fingerprint)) !== undefined) return
      const vector = Buffer.from(content.vector).toString('base64')
      await files.put(recordId, content.fingerprint, JSON.stringify({ ...content, vector }))
    },

    async find(recordId, fingerprint) {
      const remembered = seen.get(keyOf(recordId, fingerprint))
      if (remembered !== undefined) return remembered
      const stored = await files.get(recordId, fingerprint)
      return stored === undefined ? undefined : contentSchema.parse(JSON.parse(stored))
    },

    keepVersion: (recordId, number, markdown) => files.put(recordId, versionName(number), markdown),
    version: (recordId, number) => files.get(recordId, versionName(number)),
    remove: (recordId) => files.delete(recordId),
  }
}

const versionName = (number: number) => `version-${number}`

/** How long somebody may take to read before they decide. */
const seenMs = 3_600_000

const contentSchema = z.object({
  fingerprint: z.string(),
  markdown: z.string(),
  texts: z.array(slotTextSchema),
  vector: z.base64().transform((text): Uint8Array => Buffer.from(text, 'base64')),
  entry: z.int(),
})
