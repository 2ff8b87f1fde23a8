import { type Change, changesSchema, slotTextSchema } from '@colophon/protocol'
import type { SlotText } from '@colophon/template'
import * as z from 'zod/mini'

/** How long somebody may look elsewhere and still be here, ms. */
export const awayMs = 5 * 60_000

/** A record as somebody had it before them. */
export interface Moment {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly texts: readonly SlotText[]
  /** Its state vector, as Yjs encodes it. */
  readonly vector: Uint8Array
}

/** What a browser remembers of one person's last visit to one record. */
export interface Memory {
  /** The last moment at which they had it before them. */
  readonly last: Moment
  /** What they have been told of and have not dismissed, and when the visit before had ended; `null` for nothing. */
  readonly told: { readonly since: number; readonly changes: readonly Change[] } | null
}

/**
 * Whether a new visit begins. A visit lasts for as long as the record is before somebody's eyes, that is, open in a window
 * that is not hidden, and for five minutes more: a reload, a look at another tab or a closed lid end nothing. What is told at
 * the beginning of a visit stays until it is dismissed or the next visit begins. Whatever happens meanwhile happens before
 * one's eyes, and is no news.
 */
export const isNewVisit = (memory: Memory, now: number): boolean => now - memory.last.at >= awayMs

const memorySchema = z.object({
  last: z.object({ at: z.int(), texts: z.array(slotTextSchema), vector: z.unknown() }),
  told: z.nullable(z.object({ since: z.int(), changes: changesSchema })),
})

/** What was kept, if it is what this version writes. */
export function readMemory(kept: unknown): Memory | undefined {
  const read = memorySchema.safeParse(kept)
  if (!read.success) return undefined
  const { last, told } = read.data
  const { vector } = last
  return vector instanceof Uint8Array ? { last: { ...last, vector }, told } : undefined
}
