import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../log.js'
import { StoreError } from '../store-error.js'
import { takeKernelLock } from './kernel-lock.js'
import { isRunning, type ProcessStamp, processStampSchema, stampOfThisProcess } from './process-stamp.js'

/** This process's hold on a data folder. */
export interface FolderLock {
  release(): void
}

/**
 * Keeps a second process off `folder`. Where the system has no `flock`, the holder's pid and start time decide instead,
 * which two processes that start in the same instant could both pass.
 * @throws StoreError `folder-locked` naming the holder's pid.
 * @see docs/spec.md D4
 */
export async function lockFolder(folder: string, log: Log, takeLock = takeKernelLock): Promise<FolderLock> {
  const path = join(folder, 'lock')
  // A bare descriptor, because a FileHandle that nobody refers to any more is closed by the garbage collector, lock and all.
  const file = openSync(path, 'a+', 0o600)
  try {
    const held = await takeLock(file)
    const holder = readHolder(file)
    if (held === 'held' || (held === 'unsupported' && holder !== undefined && (await isRunning(holder)))) {
      throw lockedError(folder, holder)
    }
    if (held === 'unsupported')
      log.warn({ path }, 'This system has no flock; the data folder is guarded by process id alone.')
    writeHolder(file, await stampOfThisProcess())
  } catch (error) {
    closeSync(file)
    throw error
  }
  return {
    release() {
      // The file stays: removing it would let two processes lock two files of the same name.
      ftruncateSync(file)
      closeSync(file)
    },
  }
}

function lockedError(folder: string, holder: ProcessStamp | undefined): StoreError {
  const who = holder === undefined ? 'another process' : `the process with pid ${holder.pid}`
  const message = `Colophon did not start: ${folder} is in use by ${who}. Nothing was changed. Stop that process, or set DATA_DIR to another folder.`
  return new StoreError('folder-locked', message)
}

function readHolder(file: number): ProcessStamp | undefined {
  const buffer = Buffer.alloc(longestStampBytes)
  const text = buffer.toString('utf8', 0, readSync(file, buffer, 0, longestStampBytes, 0))
  try {
    return processStampSchema.parse(JSON.parse(text))
  } catch {
    // Empty after an orderly end, or torn by a crash: either way it names nobody.
    return undefined
  }
}

function writeHolder(file: number, stamp: ProcessStamp): void {
  ftruncateSync(file)
  writeSync(file, `${JSON.stringify(stamp)}\n`)
}

const longestStampBytes = 256
