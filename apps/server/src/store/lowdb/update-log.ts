import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Log } from '../../log.js'
import { createSerial } from '../../serial.js'
import type { UpdateLog } from '../store.js'
import { StoreError } from '../store-error.js'
import { removeFile, syncFolder, temporarySuffix } from './durable-file.js'
import { createGroupCommit, type GroupCommit } from './group-commit.js'
import type { Batch } from './journal.js'
import { createRecordFile, finishDeletion, type RecordFile } from './record-file.js'
import { deletedSuffix, recordPaths } from './record-paths.js'
import type { WriteHealth } from './write-health.js'

/** An `UpdateLog` with two files a record. */
export interface FileUpdateLog extends UpdateLog {
  /** Waits for writes under way and lets the files go. */
  close(): Promise<void>
}

/** @param folder `records/`, made where it is not there; leftovers of a crash in it are cleared away. */
export async function openUpdateLog(folder: string, health: WriteHealth, log: Log): Promise<FileUpdateLog> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await syncFolder(dirname(folder))
  await clearLeftovers(folder)

  const serial = createSerial()
  const records = new Map<string, { file: RecordFile; appends: GroupCommit<Batch> }>()
  let closed = false

  const write = (recordId: string, work: () => Promise<void>) =>
    serial(recordId, () => health.watch(placeOf(recordId), work()))

  function record(recordId: string) {
    if (closed) throw new StoreError('store-closed', 'The store is closed; nothing was written.')
    const found = records.get(recordId)
    if (found !== undefined) return found
    const file = createRecordFile(recordId, recordPaths(folder, recordId), log)
    const appends = createGroupCommit<Batch>((batches) => write(recordId, () => file.append(together(batches))))
    const made = { file, appends }
    records.set(recordId, made)
    return made
  }

  return {
    async create(recordId, state) {
      const { file } = record(recordId)
      await write(recordId, () => file.create(state))
    },
    async load(recordId) {
      const { file } = record(recordId)
      return serial(recordId, () => file.load())
    },
    async append(recordId, updates, owners = []) {
      if (updates.length === 0) return
      await record(recordId).appends.add({ updates, owners })
    },
    position: (recordId) => records.get(recordId)?.file.position() ?? 0,
    reached: (recordId) => records.get(recordId)?.file.reached(),
    leadsThrough: (recordId, position) => records.get(recordId)?.file.leadsThrough(position) ?? false,
    async compact(recordId, snapshot, position) {
      const { file } = record(recordId)
      await write(recordId, () => file.compact(snapshot, position))
    },
    journalBytes: (recordId) => records.get(recordId)?.file.journalBytes() ?? 0,
    async delete(recordId) {
      const { file } = record(recordId)
      await write(recordId, () => file.delete())
      records.delete(recordId)
      health.forget(placeOf(recordId))
    },
    async close() {
      closed = true
      const open = [...records.entries()]
      await Promise.allSettled(open.map(([, { appends }]) => appends.idle()))
      await Promise.allSettled(open.map(([recordId, { file }]) => serial(recordId, () => file.close())))
    },
  }
}

function together(batches: readonly Batch[]): Batch {
  const [batch] = batches
  if (batch !== undefined && batches.length === 1) return batch
  return { updates: batches.flatMap(({ updates }) => updates), owners: batches.flatMap(({ owners }) => owners) }
}

const placeOf = (recordId: string) => `Record ${recordId}`

/** Unfinished replacements go; deletions that a crash broke off are brought to their end. */
async function clearLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.endsWith(temporarySuffix)) await removeFile(join(folder, name))
    if (name.endsWith(deletedSuffix)) await finishDeletion(recordPaths(folder, name.slice(0, -deletedSuffix.length)))
  }
}
