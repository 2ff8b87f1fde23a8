import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createSerial } from '../../serial.js'
import type { TextFiles } from '../store.js'
import { StoreError } from '../store-error.js'
import { replaceFile, syncFolder } from './durable-file.js'
import { unlessMissing } from './errno.js'
import { recordPaths } from './record-paths.js'
import type { WriteHealth } from './write-health.js'

/** Texts as files of their own, in a folder beside each record's: `<id>.texts/<name>`. */
export function openTextFiles(folder: string, health: WriteHealth): TextFiles {
  const serial = createSerial()

  function pathOf(recordId: string, name: string): string {
    if (!/^[a-z0-9-]{1,80}$/.test(name)) throw new StoreError('bad-text-name', `No text of a record is called ${name}.`)
    return join(recordPaths(folder, recordId).texts, name)
  }

  async function put(path: string, text: string): Promise<void> {
    const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    if (made !== undefined) await syncFolder(folder)
    await replaceFile(path, text)
  }

  return {
    get: async (recordId, name) => readFile(pathOf(recordId, name), 'utf8').catch(unlessMissing),
    put: (recordId, name, text) =>
      serial(recordId, () => health.watch(placeOf(recordId), put(pathOf(recordId, name), text))),
    delete: (recordId) =>
      serial(recordId, async () => {
        await rm(recordPaths(folder, recordId).texts, { recursive: true, force: true })
        await syncFolder(folder)
        health.forget(placeOf(recordId))
      }),
  }
}

const placeOf = (recordId: string) => `The signed texts of record ${recordId}`
