import type { AuditEntry } from './chain.js'
import type { Actor } from './events.js'

/** What somebody has decided as one of a record's roles, and not withdrawn. */
export interface Decision {
  readonly kind: 'approved' | 'declined'
  readonly role: string
  readonly label: string
  readonly person: Actor
  /** ISO 8601, UTC. */
  readonly at: string
  /** What the approval means, or why it was declined. */
  readonly words: string
  readonly fingerprint: string
}

/** The last decision in each role, in the order in which the roles were first decided. */
export function decisionsIn(entries: readonly AuditEntry[]): Decision[] {
  const decisions = new Map<string, Decision>()
  for (const { what, actor: person, at } of entries) {
    switch (what.event) {
      case 'approved':
      case 'declined': {
        const { role, label, fingerprint } = what
        const words = what.event === 'approved' ? what.meaning : what.reason
        decisions.set(role, { kind: what.event, role, label, person, at, words, fingerprint })
        break
      }
      case 'withdrawn':
        decisions.delete(what.role)
        break
      default:
        break
    }
  }
  return [...decisions.values()]
}
