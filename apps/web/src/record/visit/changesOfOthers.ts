import { type Change, limits, type Writers } from '@colophon/protocol'
import { differences, newerClients, type Template } from '@colophon/template'
import type * as Y from 'yjs'
import type { Moment } from './visit.js'

export interface ChangesOptions {
  readonly template: Template
  readonly doc: Y.Doc
  /** Whose own changes are no news, whatever device they were made on. */
  readonly me: string
  /** Asks the server who writes under client ids, `limits.writersAsked` at most. */
  readonly writers: (clients: readonly number[]) => Promise<Writers['writers']>
}

/**
 * What somebody else did between two moments of a record, by place, and who. Who only took something out is not known, so
 * that counts as somebody else's; as does everything where the server does not say who.
 */
export async function changesOfOthers(
  { template, doc, me, writers }: ChangesOptions,
  before: Moment,
  after: Moment,
): Promise<readonly Change[]> {
  const found = differences(before.texts, after.texts)
  if (found.length === 0) return []
  const clients = newerClients(template, doc, before.vector)
  const asked = [...new Set([...clients.values()].flat())].slice(0, limits.writersAsked)
  // What changed can be told without who changed it.
  const known = asked.length === 0 ? [] : await writers(asked).catch(() => [])
  const people = new Map(known.map(({ client, person }) => [client, person]))
  return found.flatMap((difference): Change[] => {
    const at = 'path' in difference ? (clients.get(difference.path) ?? []) : []
    const wrote = at.map((client) => people.get(client))
    if (wrote.length > 0 && wrote.every((person) => person?.id === me)) return []
    const by = new Map(
      wrote.flatMap((person) => (person === undefined || person.id === me ? [] : [[person.id, person]])),
    )
    return [by.size === 0 ? difference : { ...difference, by: [...by.values()] }]
  })
}
