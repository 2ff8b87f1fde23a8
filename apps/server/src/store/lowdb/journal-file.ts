import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { replaceFile, syncFolder } from './durable-file.js'
import { journalHeader } from './journal.js'

/** A journal on disk, of which the first `soundBytes` are known to be whole and durable. */
export interface JournalFile {
  readonly soundBytes: number
  /** Resolves when `entry` is durable; after a rejection nothing of it counts. */
  append(entry: Uint8Array): Promise<void>
  /** Drops every entry. */
  clear(): Promise<void>
  /** Puts a whole journal in the place of this one. */
  replace(journal: Uint8Array): Promise<void>
  /** Cuts whatever stands after the sound bytes. */
  cut(): Promise<void>
  /** Lets the file go; the next call opens it again. */
  close(): Promise<void>
}

/** @param soundBytes 0 where there is no such file yet. */
export function createJournalFile(path: string, soundBytes: number): JournalFile {
  let sound = soundBytes
  let handle: FileHandle | undefined

  async function close(): Promise<void> {
    const open = handle
    handle = undefined
    await open?.close()
  }

  /** After a failed write or sync the page cache cannot be believed: the file is opened afresh, cut, and written again. */
  async function guard(work: (file: FileHandle) => Promise<void>): Promise<void> {
    try {
      handle ??= await openSound()
      await work(handle)
    } catch (error) {
      await Promise.allSettled([close()])
      throw error
    }
  }

  async function openSound(): Promise<FileHandle> {
    const file = await open(path, sound === 0 ? makeAnew : goOn, 0o600)
    try {
      if (sound === 0) {
        await writeAll(file, journalHeader, 0)
        await file.sync()
        await syncFolder(dirname(path))
        sound = journalHeader.length
      } else {
        await file.truncate(sound)
      }
      return file
    } catch (error) {
      await Promise.allSettled([file.close()])
      throw error
    }
  }

  return {
    get soundBytes() {
      return sound
    },
    append(entry) {
      return guard(async (file) => {
        await writeAll(file, entry, sound)
        sound += entry.length
      })
    },
    clear() {
      return guard(async (file) => {
        await file.truncate(journalHeader.length)
        await file.datasync()
        sound = journalHeader.length
      })
    },
    async replace(journal) {
      await close()
      await replaceFile(path, journal)
      sound = journal.length
    },
    cut() {
      return guard(async (file) => {
        await file.truncate(sound)
        await file.datasync()
      })
    },
    close,
  }
}

// A write returns when it is on the disk: that is one call into the thread pool instead of two, and a third less work.
const goOn = constants.O_RDWR | constants.O_DSYNC
const makeAnew = goOn | constants.O_CREAT | constants.O_TRUNC

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten
  }
}
