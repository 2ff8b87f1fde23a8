import { closeCode, limits } from '@colophon/protocol'
import type { Reader } from '../documents/reader.js'
import type { Log } from '../log.js'
import type { Ledgers } from '../signoffs/ledgers.js'
import type { Store } from '../store/store.js'
import type { Rooms } from '../sync/rooms.js'
import type { RecordIndex } from './record-index.js'

interface Parts {
  index: RecordIndex
  rooms: Rooms
  store: Pick<Store, 'updates' | 'texts'>
  ledgers: Pick<Ledgers, 'remove'>
  log: Log
}

/** Keeps the list true: after edits have settled, titles and completeness are read from the document. */
export function followEdits({ index, rooms, reader }: Followed): void {
  rooms.onSettled(async (recordId, text) => {
    const { title, completeness } = await reader.summary(text)
    index.note(recordId, { completeness, updatedAt: new Date().toISOString(), ...(title !== undefined && { title }) })
  })
}

interface Followed extends Pick<Parts, 'index' | 'rooms'> {
  reader: Pick<Reader, 'summary'>
}

/**
 * Removes for good what was deleted long ago, now and once a day.
 * @returns stops it. @param now milliseconds since 1970.
 */
export function purgeDaily(parts: Parts, now: () => number = Date.now): () => void {
  const run = () => {
    purge(parts, now()).catch((error: unknown) =>
      parts.log.error({ err: error }, 'deleted records were not cleared away'),
    )
  }
  run()
  const timer = setInterval(run, dayMs)
  timer.unref()
  return () => clearInterval(timer)
}

/** @returns how many records were removed. @param now milliseconds since 1970. */
export async function purge({ index, rooms, store, ledgers }: Parts, now: number): Promise<number> {
  const last = now - limits.deletedKeptDays * dayMs
  const due = (await index.list()).filter(({ deletedAt }) => deletedAt !== null && Date.parse(deletedAt) <= last)
  for (const { id } of due) {
    await rooms.evict(id, closeCode.rightRevoked, 'This record was deleted.')
    await store.updates.delete(id)
    await ledgers.remove(id)
    await store.texts.delete(id)
    // Last, so that a purge cut short is taken up again.
    await index.remove(id)
  }
  return due.length
}

const dayMs = 86_400_000
