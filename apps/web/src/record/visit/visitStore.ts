import { createStores, get, openDB, rtop, transact } from 'lib0/indexeddb'
import { type Memory, readMemory } from './visit.js'

/** Where a browser keeps one person's last visits. Both reject where the browser keeps nothing. */
export interface VisitStore {
  read(): Promise<Memory | undefined>
  write(memory: Memory): Promise<void>
}

/** @param accountId - whose visits: somebody else at the same browser has been elsewhere. */
export function openVisitStore(accountId: string, recordId: string): VisitStore {
  const opened = openDB(`colophon-visits:${accountId}`, (fresh) => createStores(fresh, [['visits']]))
  // A refusal is met by whoever reads or writes.
  opened.catch(() => undefined)
  return {
    async read() {
      const [visits] = transact(await opened, ['visits'], 'readonly')
      return visits === undefined ? undefined : readMemory(await get(visits, recordId))
    },
    async write(memory) {
      const [visits] = transact(await opened, ['visits'])
      if (visits === undefined) return
      const kept = rtop(visits.put(memory, recordId))
      // By itself it would be committed once the page has been told, and a page that is being closed is told nothing any more.
      visits.transaction.commit()
      await kept
    },
  }
}
