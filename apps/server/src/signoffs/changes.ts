import type { ChangesSince, Person, Writers } from '@colophon/protocol'
import { changesBetween } from '@colophon/template'
import type { Reader } from '../documents/reader.js'
import type { Rooms } from '../sync/rooms.js'
import type { Texts } from './texts.js'

/** What became of a record since somebody decided on it or saw it, and by whom. */
export interface Changes {
  /** @returns `undefined` where that text is not known. @throws RecordMissing */
  since(recordId: string, fingerprint: string): Promise<ChangesSince | undefined>
  /** Who writes under Yjs client ids; without those under which nobody known does. @throws RecordMissing */
  writers(recordId: string, clients: readonly number[]): Promise<Writers['writers']>
}

/**
 * @param people everybody there ever was, by id
 * @see docs/spec.md G3
 */
export function createChanges(parts: {
  texts: Pick<Texts, 'find' | 'present'>
  rooms: Pick<Rooms, 'read'>
  reader: Pick<Reader, 'authors'>
  people(): Promise<ReadonlyMap<string, Person>>
}): Changes {
  const { texts, rooms, reader, people } = parts

  /** Who wrote in each place what was not there before. Whoever only deleted is not known: Yjs does not say. */
  async function authorsSince(recordId: string, vector: Uint8Array): Promise<(path: string) => Person[]> {
    const known = await people()
    const authors = await rooms.read(recordId, async (text) => {
      const clients = await reader.authors(text, vector)
      const ownersOf = (found: readonly number[]) => new Set(found.map((client) => text.ownerOf(client)))
      return new Map([...clients].map(([path, found]) => [path, ownersOf(found)]))
    })
    return (path) => [...(authors.get(path) ?? [])].flatMap((id) => (id === undefined ? [] : (known.get(id) ?? [])))
  }

  return {
    async since(recordId, fingerprint) {
      const before = await texts.find(recordId, fingerprint)
      if (before === undefined) return undefined
      const present = await texts.present(recordId)
      const authorsAt = await authorsSince(recordId, before.vector)
      const changes = changesBetween(before, present).map((difference) => {
        const by = 'path' in difference ? authorsAt(difference.path) : []
        return by.length === 0 ? difference : { ...difference, by }
      })
      return { fingerprint: present.fingerprint, changes }
    },

    async writers(recordId, clients) {
      const known = await people()
      return rooms.read(recordId, (text) =>
        clients.flatMap((client) => {
          const owner = text.ownerOf(client)
          const person = owner === undefined ? undefined : known.get(owner)
          return person === undefined ? [] : [{ client, person }]
        }),
      )
    },
  }
}
