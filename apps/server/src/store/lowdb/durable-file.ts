import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { unlessMissing } from './errno.js'

/** What an unfinished replacement is called; such a file is worth nothing and may be removed. */
export const temporarySuffix = '.tmp'

/**
 * Replaces the file whole: after a crash it holds the old bytes or the new ones, never a part of either.
 * Resolves when the new bytes survive a power cut. The file is readable by its owner alone.
 */
export async function replaceFile(path: string, data: string | Uint8Array): Promise<void> {
  const temporary = path + temporarySuffix
  await withFile(temporary, 'w', async (file) => {
    await file.writeFile(data)
    await file.sync()
  })
  await rename(temporary, path)
  await syncFolder(dirname(path))
}

/** Makes what was created, renamed or removed in `folder` durable. */
export async function syncFolder(folder: string): Promise<void> {
  await withFile(folder, 'r', (handle) => handle.sync())
}

/** Removes the file where it is; a file that is already gone is no failure. */
export async function removeFile(path: string): Promise<void> {
  await rm(path).catch(unlessMissing)
}

async function withFile(path: string, flags: string, work: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, flags, 0o600)
  try {
    await work(file)
  } finally {
    await file.close()
  }
}
