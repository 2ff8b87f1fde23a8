import { readFile, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Position } from '@colophon/protocol'
import type { Log } from '../../log.js'
import type { LaidOut, StoredRecord } from '../store.js'
import { StoreError } from '../store-error.js'
import { removeFile, replaceFile, syncFolder } from './durable-file.js'
import { type Epoch, epochsUntil, leadsThrough, newEpochId } from './epochs.js'
import { unlessMissing } from './errno.js'
import { type Batch, encodeEntry, JournalDamage, journalAfter, journalHeader, readJournal } from './journal.js'
import { createJournalFile, type JournalFile } from './journal-file.js'
import type { RecordPaths } from './record-paths.js'
import { decodeSnapshot, encodeSnapshot, SnapshotDamage } from './snapshot.js'

/** One record on disk. Calls must not overlap, but for those that answer at once. */
export interface RecordFile {
  create(state: Uint8Array): Promise<void>
  load(): Promise<StoredRecord | undefined>
  append(batch: Batch): Promise<void>
  position(): number
  reached(): Position | undefined
  leadsThrough(position: Position): boolean
  compact(snapshot: LaidOut, position: number): Promise<void>
  journalBytes(): number
  delete(): Promise<void>
  close(): Promise<void>
}

export function createRecordFile(recordId: string, paths: RecordPaths, log: Log): RecordFile {
  /** What is known of the files once they were read or made. */
  let files: Files | undefined

  async function load() {
    const [text, journal] = await Promise.all([
      readFile(paths.snapshot, 'utf8').catch(unlessMissing),
      readFile(paths.journal).catch(unlessMissing),
    ])
    if (text === undefined && journal === undefined) return undefined
    await files?.journal.close()
    try {
      if (text === undefined) throw new SnapshotDamage('the file is missing, and its journal is there')
      const snapshot = decodeSnapshot(recordId, text)
      const content = readJournal(journal ?? new Uint8Array(), snapshot.sequence)
      const owners = new Map(snapshot.owners)
      for (const { client, userId } of content.owners) owners.set(client, userId)
      const { sequence } = content
      const epochs = [...snapshot.epochs, ...content.epochs]
      const begins = isAsLeft(files, sequence, epochs) ? files?.begins : newEpochId()
      files = { sequence, journal: createJournalFile(paths.journal, content.soundBytes), owners, epochs, begins }
      if (journal !== undefined && journal.length > content.soundBytes) {
        await files.journal.cut()
        const cut = { recordId, file: paths.journal, bytes: journal.length - content.soundBytes }
        log.warn(cut, 'The last write to a journal was broken off before it was acknowledged; its part was cut.')
      }
      const { state, layout } = snapshot
      return { snapshot: state, layout, updates: content.updates, owners: new Map(owners) }
    } catch (error) {
      files = undefined
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
    if (files === undefined) await load()
    if (files === undefined) throw new StoreError('record-missing', `There is no record ${recordId} to write to.`)
    return files
  }

  return {
    async create(state) {
      const found = await Promise.all([paths.snapshot, paths.journal].map((path) => stat(path).catch(unlessMissing)))
      if (found.some((file) => file !== undefined)) {
        throw new StoreError('record-exists', `There is a record ${recordId} already; it was left as it is.`)
      }
      const owners = new Map<number, string>()
      const epochs = [{ id: newEpochId(), from: 0 }]
      const snapshot = { sequence: 0, state, layout: undefined, owners, epochs }
      await replaceFile(paths.snapshot, encodeSnapshot(recordId, snapshot))
      files = { sequence: 0, journal: createJournalFile(paths.journal, 0), owners, epochs, begins: undefined }
    },
    load,
    async append(batch) {
      const at = await known()
      await at.journal.append(encodeEntry(at.sequence + 1, batch, at.begins))
      at.sequence += 1
      if (at.begins !== undefined) at.epochs.push({ id: at.begins, from: at.sequence })
      at.begins = undefined
      for (const { client, userId } of batch.owners) at.owners.set(client, userId)
    },
    position: () => files?.sequence ?? 0,
    reached() {
      const epoch = files?.epochs.at(-1)?.id
      return files === undefined || epoch === undefined ? undefined : { epoch, entry: files.sequence }
    },
    leadsThrough: (position) => files !== undefined && leadsThrough(files.epochs, files.sequence, position),
    async compact({ update: state, layout }, position) {
      const { sequence, journal, owners, ...at } = await known()
      const epochs = epochsUntil(at.epochs, position)
      // Until the journal is cut its first entries are numbered below the snapshot, and so are not read twice.
      await replaceFile(paths.snapshot, encodeSnapshot(recordId, { sequence: position, state, layout, owners, epochs }))
      if (journal.soundBytes === 0) return
      if (position < sequence) await journal.replace(journalAfter(await readFile(paths.journal), position))
      else if (journal.soundBytes > journalHeader.length) await journal.clear()
      // Most compactions come when a record falls quiet; an open file for each would be a limit on their number.
      await journal.close()
    },
    journalBytes: () => Math.max(0, (files?.journal.soundBytes ?? 0) - journalHeader.length),
    async delete() {
      await files?.journal.close()
      files = undefined
      await rename(paths.snapshot, paths.deleted).catch(unlessMissing)
      await finishDeletion(paths)
    },
    async close() {
      await files?.journal.close()
    },
  }
}

interface Files {
  sequence: number
  journal: JournalFile
  owners: Map<number, string>
  epochs: Epoch[]
  /** The epoch that the next entry begins; `undefined` once it has. */
  begins: string | undefined
}

/** Whether what is on the disk is what this process left there, so that its epoch goes on. */
function isAsLeft(left: Files | undefined, sequence: number, epochs: readonly Epoch[]): boolean {
  return left?.sequence === sequence && left.epochs.at(-1)?.id === epochs.at(-1)?.id
}

/** Removes what is left of a record whose snapshot was renamed away. */
export async function finishDeletion(paths: RecordPaths): Promise<void> {
  await syncFolder(dirname(paths.snapshot))
  await removeFile(paths.journal)
  await syncFolder(dirname(paths.snapshot))
  await removeFile(paths.deleted)
}
