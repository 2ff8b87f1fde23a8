import { readFile, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Log } from '../../log.js'
import { StoreError } from '../store-error.js'
import { removeFile, replaceFile, syncFolder } from './durable-file.js'
import { unlessMissing } from './errno.js'
import { encodeEntry, JournalDamage, journalHeader, readJournal } from './journal.js'
import { createJournalFile, type JournalFile } from './journal-file.js'
import type { RecordPaths } from './record-paths.js'
import { decodeSnapshot, encodeSnapshot, SnapshotDamage } from './snapshot.js'

/** One record on disk. Calls must not overlap, but for `journalBytes`. */
export interface RecordFile {
  create(state: Uint8Array): Promise<void>
  load(): Promise<{ snapshot: Uint8Array; updates: Uint8Array[] } | undefined>
  append(updates: readonly Uint8Array[]): Promise<void>
  compact(snapshot: Uint8Array): Promise<void>
  journalBytes(): number
  delete(): Promise<void>
  close(): Promise<void>
}

export function createRecordFile(recordId: string, paths: RecordPaths, log: Log): RecordFile {
  /** What is known of the files once they were read or made. */
  let position: { sequence: number; journal: JournalFile } | undefined
  const bare = () => ({ sequence: 0, journal: createJournalFile(paths.journal, 0) })

  async function load() {
    const [text, journal] = await Promise.all([
      readFile(paths.snapshot, 'utf8').catch(unlessMissing),
      readFile(paths.journal).catch(unlessMissing),
    ])
    if (text === undefined && journal === undefined) return undefined
    await position?.journal.close()
    try {
      if (text === undefined) throw new SnapshotDamage('the file is missing, and its journal is there')
      const snapshot = decodeSnapshot(recordId, text)
      const content = readJournal(journal ?? new Uint8Array(), snapshot.sequence)
      position = { sequence: content.sequence, journal: createJournalFile(paths.journal, content.soundBytes) }
      if (journal !== undefined && journal.length > content.soundBytes) {
        await position.journal.cut()
        const cut = { recordId, file: paths.journal, bytes: journal.length - content.soundBytes }
        log.warn(cut, 'The last write to a journal was broken off before it was acknowledged; its part was cut.')
      }
      return { snapshot: snapshot.state, updates: content.updates }
    } catch (error) {
      position = undefined
      throw refusal(error)
    }
  }

  function refusal(error: unknown): unknown {
    if (!(error instanceof SnapshotDamage) && !(error instanceof JournalDamage)) return error
    const file = error instanceof SnapshotDamage ? paths.snapshot : paths.journal
    const message = `Record ${recordId} cannot be opened: ${file} is damaged: ${error.message}. The files were left as they are. Put ${paths.snapshot} and ${paths.journal} back from a backup, both from the same one, and open the record again.`
    return new StoreError('record-corrupt', message, { cause: error })
  }

  async function known() {
    if (position === undefined) await load()
    if (position === undefined) throw new StoreError('record-missing', `There is no record ${recordId} to write to.`)
    return position
  }

  return {
    async create(state) {
      const found = await Promise.all([paths.snapshot, paths.journal].map((path) => stat(path).catch(unlessMissing)))
      if (found.some((file) => file !== undefined)) {
        throw new StoreError('record-exists', `There is a record ${recordId} already; it was left as it is.`)
      }
      await replaceFile(paths.snapshot, encodeSnapshot(recordId, { sequence: 0, state }))
      position = bare()
    },
    load,
    async append(updates) {
      const at = await known()
      await at.journal.append(encodeEntry(at.sequence + 1, updates))
      at.sequence += 1
    },
    async compact(state) {
      const { sequence, journal } = await known()
      // Until the journal is cleared its entries are numbered below the snapshot, and so are not read twice.
      await replaceFile(paths.snapshot, encodeSnapshot(recordId, { sequence, state }))
      if (journal.soundBytes > journalHeader.length) await journal.clear()
      // Most compactions come when a record falls quiet; an open file for each would be a limit on their number.
      await journal.close()
    },
    journalBytes: () => Math.max(0, (position?.journal.soundBytes ?? 0) - journalHeader.length),
    async delete() {
      await position?.journal.close()
      position = undefined
      await rename(paths.snapshot, paths.deleted).catch(unlessMissing)
      await finishDeletion(paths)
    },
    async close() {
      await position?.journal.close()
    },
  }
}

/** Removes what is left of a record whose snapshot was renamed away. */
export async function finishDeletion(paths: RecordPaths): Promise<void> {
  await syncFolder(dirname(paths.snapshot))
  await removeFile(paths.journal)
  await syncFolder(dirname(paths.snapshot))
  await removeFile(paths.deleted)
}
