import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { StoreError } from '../store-error.js'
import { DurableJsonFile, parseJsonWithDates } from './durable-json-file.js'
import { unlessMissing } from './errno.js'
import { emptyIndex, type Index, indexSchema } from './index-schema.js'
import type { WriteHealth } from './write-health.js'

/** `colophon.json`, open. */
export interface IndexFile {
  readonly data: Index
  /** Makes `data` durable as it is now. @throws StoreError `write-failed` */
  save(): Promise<void>
  close(): Promise<void>
}

/**
 * Reads `colophon.json`, or writes a first one into a folder without records.
 * @throws StoreError `index-missing` where there are records and no index, `index-corrupt` where it cannot be read.
 * @see docs/spec.md D2
 */
export async function openIndexFile(folder: string, health: WriteHealth): Promise<IndexFile> {
  const path = join(folder, 'colophon.json')
  const file = new DurableJsonFile(path, (text) => parse(path, text))
  const database = new Low<Index>(file, emptyIndex())
  let closed = false
  let retry: NodeJS.Timeout | undefined

  async function write(): Promise<void> {
    await health.watch(path, database.write())
    clearTimeout(retry)
    retry = undefined
  }

  /** What could not be saved stays in memory where its owner cannot take it back (better-auth's tables), so it is tried again. */
  function saveLater(delayMs: number): void {
    if (closed) return
    clearTimeout(retry)
    retry = setTimeout(() => {
      write().catch(() => saveLater(Math.min(delayMs * 2, slowestRetryMs)))
    }, delayMs)
    retry.unref()
  }

  async function save(): Promise<void> {
    if (closed) throw new StoreError('store-closed', 'The store is closed; nothing was written.')
    try {
      await write()
    } catch (error) {
      saveLater(firstRetryMs)
      throw error
    }
  }

  const found = await file.read()
  if (found !== null) {
    database.data = found
  } else {
    await refuseOrphans(folder, path)
    await save()
  }
  return {
    data: database.data,
    save,
    async close() {
      closed = true
      await file.idle()
      if (retry !== undefined) await Promise.allSettled([write()])
      clearTimeout(retry)
    },
  }
}

const firstRetryMs = 500
const slowestRetryMs = 5_000

function parse(path: string, text: string): Index {
  try {
    return indexSchema.parse(parseJsonWithDates(text))
  } catch (cause) {
    const message = `Colophon did not start: ${path} is damaged or was written by another version. It was left as it is; put it back from a backup.`
    throw new StoreError('index-corrupt', message, { cause })
  }
}

/** Records without an index are not a fresh folder: starting on it would hide them all. */
async function refuseOrphans(folder: string, path: string): Promise<void> {
  const records = (await readdir(join(folder, 'records')).catch(unlessMissing)) ?? []
  if (records.length === 0) return
  const message = `Colophon did not start: ${path} is missing, and there are records beside it. Nothing was changed; put the file back from a backup.`
  throw new StoreError('index-missing', message)
}
