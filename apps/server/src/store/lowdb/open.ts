import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '../../log.js'
import type { Store } from '../store.js'
import { openAuditLines } from './audit-lines.js'
import { createAuthDatabase } from './auth-database.js'
import { createCollection } from './collection.js'
import { lockFolder } from './folder-lock.js'
import { openIndexFile } from './index-file.js'
import { openTextFiles } from './text-files.js'
import { openUpdateLog } from './update-log.js'
import { createWriteHealth } from './write-health.js'

/**
 * Opens the store that keeps everything in one folder: `colophon.json` (a lowdb database), and in `records/` a snapshot,
 * a journal and an audit log for each record. The folder is made where it is not there.
 * @throws StoreError `folder-locked`, `index-missing`, `index-corrupt`: nothing was changed.
 * @see docs/spec.md D1–D4
 */
export async function openLowdbStore(folder: string, log: Log): Promise<Store> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = await lockFolder(folder, log)
  const health = createWriteHealth()
  try {
    const index = await openIndexFile(folder, health)
    const updates = await openUpdateLog(join(folder, 'records'), health, log)
    const { data, save } = index
    return {
      updates,
      audit: openAuditLines(join(folder, 'records'), health, log),
      texts: openTextFiles(join(folder, 'records'), health),
      records: createCollection(data.records, save),
      ledgers: createCollection(data.ledgers, save),
      templates: createCollection(data.templates, save),
      invitations: createCollection(data.invitations, save),
      tokens: createCollection(data.tokens, save),
      settings: createCollection(data.settings, save),
      authDatabase: createAuthDatabase(data.auth, save),
      health: health.state,
      async close() {
        await updates.close()
        await index.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
