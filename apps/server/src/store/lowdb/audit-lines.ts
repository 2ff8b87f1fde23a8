import { constants } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import type { Log } from '../../log.js'
import { createSerial } from '../../serial.js'
import type { AuditLines } from '../store.js'
import { removeFile, syncFolder } from './durable-file.js'
import { unlessMissing } from './errno.js'
import { recordPaths } from './record-paths.js'
import type { WriteHealth } from './write-health.js'

/**
 * Audit logs as files of lines, `<id>.audit.jsonl`, which other tools read too. A line is written through to the disk with
 * its line feed, so a last one without it was never acknowledged: it is cut.
 * @see docs/spec.md D2, G6
 */
export function openAuditLines(folder: string, health: WriteHealth, log: Log): AuditLines {
  const serial = createSerial()
  /** How many bytes of each file are whole lines; unknown until it is read. */
  const sound = new Map<string, number>()

  async function load(recordId: string): Promise<string[]> {
    const { audit } = recordPaths(folder, recordId)
    const bytes = (await readFile(audit).catch(unlessMissing)) ?? Buffer.alloc(0)
    const whole = bytes.lastIndexOf(lineFeed) + 1
    if (whole < bytes.length) log.warn({ recordId, file: audit, bytes: bytes.length - whole }, brokenOff)
    sound.set(recordId, whole)
    return bytes.subarray(0, whole).toString('utf8').split('\n').slice(0, -1)
  }

  async function append(recordId: string, line: string): Promise<void> {
    const { audit } = recordPaths(folder, recordId)
    if (!sound.has(recordId)) await load(recordId)
    const end = sound.get(recordId) ?? 0
    const bytes = Buffer.from(`${line}\n`, 'utf8')
    const file = await open(audit, constants.O_RDWR | constants.O_CREAT | constants.O_DSYNC, 0o600)
    try {
      await file.truncate(end)
      let written = 0
      while (written < bytes.length) {
        written += (await file.write(bytes, written, bytes.length - written, end + written)).bytesWritten
      }
    } finally {
      await file.close()
    }
    if (end === 0) await syncFolder(folder)
    sound.set(recordId, end + bytes.length)
  }

  return {
    load: (recordId) => serial(recordId, () => load(recordId)),
    append: (recordId, line) => serial(recordId, () => health.watch(placeOf(recordId), append(recordId, line))),
    delete: (recordId) =>
      serial(recordId, async () => {
        await removeFile(recordPaths(folder, recordId).audit)
        await syncFolder(folder)
        sound.delete(recordId)
        health.forget(placeOf(recordId))
      }),
  }
}

const placeOf = (recordId: string) => `The audit log of record ${recordId}`
const lineFeed = 0x0a
const brokenOff = 'The last entry of an audit log was broken off before it was acknowledged; its part is cut.'
