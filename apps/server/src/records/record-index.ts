import type { Log } from '../log.js'
import { createSerial } from '../serial.js'
import type { RecordRow, Store } from '../store/store.js'
import { RecordMissing } from '../sync/sync-error.js'

/** The index's rows, changed one change at a time. */
export interface RecordIndex {
  /** A record that is not deleted. @throws RecordMissing */
  live(id: string): Promise<RecordRow>
  /** A record, deleted or not. @throws RecordMissing */
  found(id: string): Promise<RecordRow>
  /** All rows, deleted ones too. */
  list(): Promise<RecordRow[]>
  add(row: RecordRow): Promise<void>
  /**
   * Reads, changes and writes a row, deleted or not. `change` returns `undefined` to leave it as it is.
   * @returns the row as it is afterwards. @throws RecordMissing
   */
  change(id: string, change: (row: RecordRow) => RecordRow | undefined): Promise<RecordRow>
  /** What is seen at once and written some seconds later, since the record itself tells it again. */
  note(id: string, facts: Noted): void
  /** Writes what was noted. */
  flush(): Promise<void>
  remove(id: string): Promise<void>
}

/** What follows from a record's text. */
export type Noted = Pick<RecordRow, 'completeness' | 'updatedAt'> & Partial<Pick<RecordRow, 'title'>>

/** @param writeWithinMs how long a note may wait: the whole index is one file, and every keystroke moves a date in it */
export function createRecordIndex(rows: Store['records'], log: Log, writeWithinMs = 15_000): RecordIndex {
  const inTurn = createSerial()
  const noted = new Map<string, Noted>()
  let timer: NodeJS.Timeout | undefined

  const seen = (row: RecordRow): RecordRow => ({ ...row, ...noted.get(row.id) })

  async function found(id: string): Promise<RecordRow> {
    const row = await rows.get(id)
    if (row) return seen(row)
    throw new RecordMissing(id)
  }

  async function change(id: string, alter: (row: RecordRow) => RecordRow | undefined): Promise<RecordRow> {
    return inTurn(id, async () => {
      const row = await rows.get(id)
      if (!row) {
        noted.delete(id)
        throw new RecordMissing(id)
      }
      const facts = noted.get(id)
      const present = seen(row)
      const changed = alter(present)
      if (changed) await rows.put(changed)
      if (changed && noted.get(id) === facts) noted.delete(id)
      return changed ?? present
    })
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const written = await Promise.allSettled([...noted.keys()].map((id) => change(id, (row) => row)))
    for (const outcome of written) {
      if (outcome.status === 'rejected') log.warn({ err: outcome.reason }, 'the list on the disk is behind the records')
    }
    if (noted.size > 0) flushLater()
  }

  function flushLater(): void {
    timer ??= setTimeout(flush, writeWithinMs).unref()
  }

  return {
    async live(id) {
      const row = await found(id)
      if (row.deletedAt === null) return row
      throw new RecordMissing(id)
    },

    found,

    list: async () => (await rows.list()).map(seen),
    add: (row) => rows.put(row),
    change,

    note(id, facts) {
      noted.set(id, { ...noted.get(id), ...facts })
      flushLater()
    },

    flush,

    remove: (id) =>
      inTurn(id, async () => {
        noted.delete(id)
        await rows.delete(id)
      }),
  }
}
