import { createSerial } from '../serial.js'
import type { RecordRow, Store } from '../store/store.js'
import { RecordMissing } from '../sync/sync-error.js'

/** The index's rows, changed one change at a time. */
export interface RecordIndex {
  /** A record that is not deleted. @throws RecordMissing */
  live(id: string): Promise<RecordRow>
  /** All rows, deleted ones too. */
  list(): Promise<RecordRow[]>
  add(row: RecordRow): Promise<void>
  /**
   * Reads, changes and writes a row, deleted or not. `change` returns `undefined` to leave it as it is.
   * @returns the row as it is afterwards. @throws RecordMissing
   */
  change(id: string, change: (row: RecordRow) => RecordRow | undefined): Promise<RecordRow>
  remove(id: string): Promise<void>
}

export function createRecordIndex(rows: Store['records']): RecordIndex {
  const inTurn = createSerial()

  return {
    async live(id) {
      const row = await rows.get(id)
      if (row && row.deletedAt === null) return row
      throw new RecordMissing(id)
    },

    list: () => rows.list(),
    add: (row) => rows.put(row),

    change: (id, change) =>
      inTurn(id, async () => {
        const row = await rows.get(id)
        if (!row) throw new RecordMissing(id)
        const changed = change(row)
        if (changed) await rows.put(changed)
        return changed ?? row
      }),

    remove: (id) => inTurn(id, () => rows.delete(id)),
  }
}
