import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Actor, AuditEvent } from './events.js'

/** One thing that happened to a record. `hash` covers all the rest, and through `previous` all that came before. */
export interface AuditEntry {
  /** From 1, without a hole. */
  readonly number: number
  readonly recordId: string
  /** The server's clock, ISO 8601, UTC. */
  readonly at: string
  readonly actor: Actor
  readonly what: AuditEvent
  /** The hash of the entry before; of the first, 64 zeros. */
  readonly previous: string
  /** SHA-256 (hex) of the entry without this field, as canonical JSON (RFC 8785). */
  readonly hash: string
}

/** Where a chain ends. */
export interface Head {
  readonly number: number
  readonly hash: string
}

export type ChainVerdict =
  | { readonly kind: 'whole'; readonly head: Head }
  /** `number` is the place, from 1, of the first entry that is not what it was, or not where it was. */
  | { readonly kind: 'broken'; readonly number: number; readonly why: string }

/** Before the first entry. */
export const beginning: Head = { number: 0, hash: '0'.repeat(64) }

/** Puts what happened behind `head`. */
export function link(head: Head, facts: Pick<AuditEntry, 'recordId' | 'at' | 'actor' | 'what'>): AuditEntry {
  const { recordId, at, actor, what } = facts
  const entry = { number: head.number + 1, recordId, at, actor, what, previous: head.hash }
  return { ...entry, hash: hashOf(entry) }
}

/**
 * Whether entries are a chain from its beginning. What was cut off at its end cannot be seen from the entries that are left:
 * that is what a seal is for.
 * @see docs/spec.md G6
 */
export function inspectChain(entries: readonly AuditEntry[]): ChainVerdict {
  let head = beginning
  const recordId = entries[0]?.recordId
  for (const { hash, ...entry } of entries) {
    const number = head.number + 1
    if (entry.number !== number) return broken(number, `entry ${entry.number} stands where entry ${number} should`)
    if (entry.recordId !== recordId) return broken(number, 'it belongs to another record')
    if (entry.previous !== head.hash) return broken(number, 'it does not follow the entry before it')
    if (hashOf(entry) !== hash) return broken(number, 'it was changed after it was written')
    head = { number, hash }
  }
  return { kind: 'whole', head }
}

function broken(number: number, why: string): ChainVerdict {
  return { kind: 'broken', number, why }
}

function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  const canonical = canonicalize(entry)
  if (canonical === undefined) throw new TypeError('An audit entry is JSON.')
  return createHash('sha256').update(canonical, 'utf8').digest('hex')
}
