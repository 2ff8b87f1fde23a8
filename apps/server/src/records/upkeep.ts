import { closeCode, limits } from '@colophon/protocol'
import { completeness, recordTemplate, recordTitle, type Template } from '@colophon/template'
import type * as Y from 'yjs'
import type { Log } from '../log.js'
import type { RecordRow, Store } from '../store/store.js'
import type { Rooms } from '../sync/rooms.js'
import type { RecordIndex } from './record-index.js'

interface Parts {
  index: RecordIndex
  rooms: Rooms
  store: Pick<Store, 'updates' | 'ledgers'>
  log: Log
}

/** Keeps the list true: after edits have settled, titles and completeness are read from the document. */
export function followEdits({ index, rooms, log }: Pick<Parts, 'index' | 'rooms' | 'log'>): void {
  rooms.onSettled((recordId, doc) => {
    const template = recordTemplate(doc)
    const seen = lookAt(template, doc)
    index
      .change(recordId, (row) => ({ ...row, ...seen, updatedAt: new Date().toISOString() }))
      .catch((error: unknown) => log.warn({ recordId, err: error }, 'the list does not show the last change yet'))
  })
}

function lookAt(template: Template, doc: Y.Doc): Partial<Pick<RecordRow, 'title'>> & Pick<RecordRow, 'completeness'> {
  const { filled, total } = completeness(template, doc)
  const titled = template.titleSlot !== null && { title: recordTitle(template, doc) }
  return { ...titled, completeness: { filled, total } }
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
export async function purge({ index, rooms, store }: Parts, now: number): Promise<number> {
  const last = now - limits.deletedKeptDays * dayMs
  const due = (await index.list()).filter(({ deletedAt }) => deletedAt !== null && Date.parse(deletedAt) <= last)
  for (const { id } of due) {
    await rooms.evict(id, closeCode.rightRevoked, 'This record was deleted.')
    await store.updates.delete(id)
    await store.ledgers.delete(id)
    // Last, so that a purge cut short is taken up again.
    await index.remove(id)
  }
  return due.length
}

const dayMs = 86_400_000
