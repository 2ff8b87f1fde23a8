import type { Collection } from '../store.js'

/**
 * A collection over `rows`, an array of the index that is changed in place.
 * @param save makes the index durable. Where it fails, the change is taken back, so that nobody reads what no disk holds.
 */
export function createCollection<Row extends { id: string }>(rows: Row[], save: () => Promise<void>): Collection<Row> {
  /** What the disk holds of the rows that are being changed. */
  const unsaved = new Map<string, { durable: Row | undefined; changes: number }>()
  const place = (id: string) => rows.findIndex((row) => row.id === id)

  function replace(id: string, row: Row | undefined): void {
    const at = place(id)
    if (row === undefined) {
      if (at >= 0) rows.splice(at, 1)
    } else if (at >= 0) rows[at] = row
    else rows.push(row)
  }

  async function change(id: string, next: Row | undefined): Promise<void> {
    const waiting = unsaved.get(id) ?? { durable: rows[place(id)], changes: 0 }
    unsaved.set(id, waiting)
    waiting.changes += 1
    replace(id, next)
    try {
      await save()
      waiting.durable = next
    } catch (error) {
      // A later change stands on its own: its own promise tells how it fared.
      if (rows[place(id)] === next) replace(id, waiting.durable)
      throw error
    } finally {
      waiting.changes -= 1
      if (waiting.changes === 0) unsaved.delete(id)
    }
  }

  return {
    get: async (id) => structuredClone(rows[place(id)]),
    list: async () => structuredClone(rows),
    put: async (row) => change(row.id, structuredClone(row)),
    delete: async (id) => change(id, undefined),
  }
}
