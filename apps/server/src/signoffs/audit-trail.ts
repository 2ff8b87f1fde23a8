import {
  type Actor,
  type AuditEntry,
  type AuditEvent,
  actorSchema,
  auditEntrySchema,
  auditEventSchema,
  inspectChain,
} from '@colophon/audit'
import { z } from 'zod'

/** Something that somebody did, as the log is to tell it. */
export interface Happening {
  readonly actor: Actor
  readonly what: AuditEvent
}

/** How far a ledger has been folded. */
export interface Reached {
  readonly entries: number
  /** The hash of the last of them. */
  readonly head: string
}

export type Trail =
  | { readonly kind: 'whole'; readonly entries: readonly AuditEntry[] }
  /** `why` completes "the record's log is damaged: …". */
  | { readonly kind: 'broken'; readonly why: string }

/**
 * Reads a record's log as it lies in the store. What a ledger was folded from must still be there, so that neither an end
 * cut off nor a log written anew goes unseen.
 * @see docs/spec.md G6
 */
export function readTrail(recordId: string, lines: readonly string[], known: Reached): Trail {
  const entries: AuditEntry[] = []
  for (const [at, line] of lines.entries()) {
    const entry = lineSchema.safeParse(line)
    if (!entry.success) return broken(`entry ${at + 1} cannot be read`)
    entries.push(entry.data)
  }
  const verdict = inspectChain(entries)
  if (verdict.kind === 'broken') return broken(`at entry ${verdict.number}, ${verdict.why}`)
  if (entries.some((entry) => entry.recordId !== recordId)) return broken('its entries are those of another record')
  if (entries.length < known.entries) return broken(`it had ${known.entries} entries, and has ${entries.length}`)
  if (known.entries > 0 && entries[known.entries - 1]?.hash !== known.head) {
    return broken(`entry ${known.entries} is not the one that was written`)
  }
  return { kind: 'whole', entries }
}

/** An entry as a line of the log. */
export function encodeEntry(entry: AuditEntry): string {
  return JSON.stringify(entry)
}

/** What people type can hold half a character, which no canonical JSON does. */
export function wellFormed(happening: Happening): Happening {
  const whole = (_key: string, value: unknown) =>
    typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : value
  return happeningSchema.parse(JSON.parse(JSON.stringify(happening), whole))
}

const happeningSchema = z.object({ actor: actorSchema, what: auditEventSchema })

const lineSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('It is no JSON.')
      return z.NEVER
    }
  })
  .pipe(auditEntrySchema)

const broken = (why: string): Trail => ({ kind: 'broken', why })
