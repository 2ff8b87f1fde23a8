import { type AuditEntry, beginning, link } from '../chain.js'
import type { Actor, AuditEvent } from '../events.js'

export const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada Lovelace' }
export const grace: Actor = { kind: 'person', id: 'grace', name: 'Grace Hopper' }

/** Puts what people did, a minute apart, into a chain. */
export function tell(recordId: string, happenings: readonly { actor: Actor; what: AuditEvent }[]): AuditEntry[] {
  const entries: AuditEntry[] = []
  for (const [minute, { actor, what }] of happenings.entries()) {
    const at = new Date(Date.UTC(2026, 0, 31, 12, minute)).toISOString()
    entries.push(link(entries.at(-1) ?? beginning, { recordId, at, actor, what }))
  }
  return entries
}
