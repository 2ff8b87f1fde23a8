import { copyFile, mkdir, readdir, readFile, rm, rmdir, stat, truncate, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createLog } from '../../log.js'
import type { Store } from '../store.js'
import { temporaryFolder } from '../testing/temporary-folder.js'
import { epochsUntil } from './epochs.js'
import { openLowdbStore } from './open.js'

const id = 'record-file-01'
const bytes = (...values: number[]) => Uint8Array.from(values)

test('[D2] a journal that was cut at any byte of its last entries opens with what was whole, and goes on from there', {
  timeout: 60_000,
}, async () => {
  const { folder, reopen, snapshot, journal } = await openWithRecord([bytes(1, 1), bytes(2, 2, 2), bytes(3)])
  const whole = await readFile(journal)
  const sizes: number[] = []
  for (let length = whole.length; length >= 0; length -= 1) {
    await writeFile(journal, whole.subarray(0, length))
    const store = await reopen()
    const loaded = await store.updates.load(id)
    sizes.push(loaded?.updates.length ?? -1)
    await store.updates.append(id, [bytes(9)])
    expect((await store.updates.load(id))?.updates).toEqual([...(loaded?.updates ?? []), bytes(9)])
    await store.close()
  }
  expect(new Set(sizes)).toEqual(new Set([3, 2, 1, 0]))
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  expect(await readdir(join(folder, 'records'))).toEqual([`${id}.journal`, `${id}.json`])
  expect((await stat(snapshot)).mode & 0o777).toBe(0o600)
})

test('[D2] cutting a torn tail is logged with its file and its length', async () => {
  const { reopen, journal, logText } = await openWithRecord([bytes(1), bytes(2)])
  await truncate(journal, (await stat(journal)).size - 1)
  const store = await reopen()
  expect((await store.updates.load(id))?.updates).toEqual([bytes(1)])
  expect(logText()).toContain(journal)
  expect(logText()).toMatch(/"bytes":\d+/)
  await store.close()
})

test('[D2] a crash between the snapshot and the clearing of its journal counts nothing twice and loses nothing', async () => {
  const { folder, reopen, journal } = await openWithRecord([bytes(1), bytes(2)])
  const before = join(folder, 'journal-before')
  await copyFile(journal, before)
  let store = await reopen()
  await store.updates.load(id)
  await store.updates.compact(id, snapshotOf(12), store.updates.position(id))
  await store.close()
  await copyFile(before, journal)

  store = await reopen()
  expect(await store.updates.load(id)).toMatchObject({ snapshot: bytes(12), updates: [] })
  await store.updates.append(id, [bytes(3)])
  await store.close()
  store = await reopen()
  expect(await store.updates.load(id)).toMatchObject({ snapshot: bytes(12), updates: [bytes(3)] })
  await store.close()
})

test('[D2] a crash between the snapshot and the cutting of its journal keeps what came after the snapshot', async () => {
  const { folder, reopen, journal } = await openWithRecord([bytes(1), bytes(2), bytes(3)])
  const before = join(folder, 'journal-before')
  await copyFile(journal, before)
  let store = await reopen()
  await store.updates.load(id)
  await store.updates.compact(id, snapshotOf(12), 2)
  expect(await store.updates.load(id)).toMatchObject({ snapshot: bytes(12), updates: [bytes(3)] })
  await store.updates.append(id, [bytes(4)])
  await store.close()
  store = await reopen()
  expect(await store.updates.load(id)).toMatchObject({ snapshot: bytes(12), updates: [bytes(3), bytes(4)] })
  await store.close()

  await copyFile(before, journal)
  store = await reopen()
  expect(await store.updates.load(id)).toMatchObject({ snapshot: bytes(12), updates: [bytes(3)] })
  await store.close()
})

test('[D2] a damaged snapshot is refused by name with what to do, and left as it is', async () => {
  const { reopen, snapshot } = await openWithRecord([bytes(1)])
  const text = await readFile(snapshot, 'utf8')
  const damages = [
    text.slice(0, -10),
    '',
    'null',
    text.replace('"sequence":0', '"sequence":1'),
    text.replace(/"state":"./, '"state":"Z'),
  ]
  for (const damage of damages) {
    await writeFile(snapshot, damage)
    const store = await reopen()
    const refusal = expect.objectContaining({ code: 'record-corrupt', message: expect.stringContaining(snapshot) })
    await expect(store.updates.load(id)).rejects.toEqual(refusal)
    await expect(store.updates.append(id, [bytes(2)])).rejects.toEqual(refusal)
    await expect(store.updates.compact(id, snapshotOf(2), 0)).rejects.toEqual(refusal)
    await expect(store.updates.create(id, bytes(2))).rejects.toMatchObject({ code: 'record-exists' })
    expect(await readFile(snapshot, 'utf8')).toBe(damage)
    await store.close()
  }
})

test('[D2] a journal damaged in its middle is refused by name, and left as it is', async () => {
  const { reopen, journal } = await openWithRecord([bytes(1, 1, 1, 1), bytes(2)])
  const damaged = await readFile(journal)
  damaged.writeUInt8(255, 40)
  await writeFile(journal, damaged)
  const store = await reopen()
  await expect(store.updates.load(id)).rejects.toMatchObject({
    code: 'record-corrupt',
    message: expect.stringContaining(journal),
  })
  expect(await readFile(journal)).toEqual(damaged)
  await store.close()
})

test('[D2] a snapshot under another record’s name, or a journal without its snapshot, is refused', async () => {
  const { folder, reopen, snapshot, journal } = await openWithRecord([bytes(1)])
  await copyFile(snapshot, join(folder, 'records', 'record-file-02.json'))
  await copyFile(journal, join(folder, 'records', 'record-file-03.journal'))
  const store = await reopen()
  await expect(store.updates.load('record-file-02')).rejects.toMatchObject({ code: 'record-corrupt' })
  await expect(store.updates.load('record-file-03')).rejects.toMatchObject({ code: 'record-corrupt' })
  await expect(store.updates.create('record-file-03', bytes(1))).rejects.toMatchObject({ code: 'record-exists' })
  await store.close()
})

test('[D2] a deletion that a crash broke off is brought to its end, and unfinished files go', async () => {
  const { folder, reopen, snapshot } = await openWithRecord([bytes(1)])
  await copyFile(snapshot, join(folder, 'records', `${id}.deleted`))
  await writeFile(`${snapshot}.tmp`, 'half a snap')
  const records = join(folder, 'records')
  await copyFile(snapshot, join(records, 'record-file-02.json'))
  await rm(snapshot)
  const store = await reopen()
  expect(await readdir(records)).toEqual(['record-file-02.json'])
  expect(await store.updates.load(id)).toBeUndefined()
  await store.close()
})

test('[D8] a record that was put back from a backup has no entry of what was lost, whatever is written since', async () => {
  const { folder, reopen, snapshot, journal } = await openWithRecord([bytes(1), bytes(2)])
  const backup = await mkdir(join(folder, 'backup'), { recursive: true }).then(() => join(folder, 'backup'))
  const files = [snapshot, journal].map((path) => ({ path, copy: join(backup, basename(path)) }))
  for (const { path, copy } of files) await copyFile(path, copy)

  let store = await reopen()
  await store.updates.load(id)
  const atBackup = store.updates.reached(id)
  await store.updates.append(id, [bytes(3)])
  const lost = store.updates.reached(id)
  await store.updates.compact(id, snapshotOf(9), store.updates.position(id))
  await store.close()
  for (const { path, copy } of files) await copyFile(copy, path)

  store = await reopen()
  expect((await store.updates.load(id))?.updates).toEqual([bytes(1), bytes(2)])
  for (let entry = 0; entry < 5; entry += 1) {
    expect(atBackup && store.updates.leadsThrough(id, atBackup)).toBe(true)
    expect(lost && store.updates.leadsThrough(id, lost)).toBe(false)
    await store.updates.append(id, [bytes(10 + entry)])
  }
  await store.close()
})

test('[D8] a record whose files were put back under a server that had let go of it goes on in a new epoch', async () => {
  const { folder, reopen, snapshot, journal } = await openWithRecord([bytes(1)])
  const store = await reopen()
  await store.updates.append(id, [bytes(2)])
  for (const path of [snapshot, journal]) await copyFile(path, join(folder, basename(path)))
  await store.updates.append(id, [bytes(3)])
  const lost = store.updates.reached(id)
  await store.updates.compact(id, snapshotOf(9), store.updates.position(id))
  for (const path of [snapshot, journal]) await copyFile(join(folder, basename(path)), path)

  await store.updates.load(id)
  await store.updates.append(id, [bytes(4)])
  expect(lost && store.updates.leadsThrough(id, lost)).toBe(false)
  await store.close()
})

test('[D8] of a thousand restarts and more the newest are kept', () => {
  const epochs = Array.from({ length: 1_200 }, (_, index) => ({ id: `epoch-${index}`, from: index }))
  const kept = epochsUntil(epochs, 1_100)
  expect(kept).toHaveLength(1_000)
  expect(kept.at(-1)).toEqual({ id: 'epoch-1100', from: 1_100 })
})

test('[D3] a journal that cannot be written fails the append, says so, and goes on when it can', async () => {
  const { folder, reopen } = await openWithRecord([bytes(1)])
  const store = await reopen()
  // A directory in the place of a new record's journal makes every write to it fail, even for root.
  await store.updates.create('record-file-02', bytes(0))
  const blocked = join(folder, 'records', 'record-file-02.journal')
  await mkdir(blocked)
  await expect(store.updates.append('record-file-02', [bytes(1)])).rejects.toMatchObject({ code: 'write-failed' })
  expect(store.health()).toMatchObject({ state: 'failing', reason: expect.stringContaining('EISDIR') })
  await rmdir(blocked)
  await store.updates.append('record-file-02', [bytes(1)])
  expect(store.health()).toEqual({ state: 'ok' })
  expect(await store.updates.load('record-file-02')).toMatchObject({ snapshot: bytes(0), updates: [bytes(1)] })
  await store.close()
})

test('a refusal is no failure of the disk', async () => {
  const { reopen } = await openWithRecord([])
  const store = await reopen()
  await expect(store.updates.append('record-file-09', [bytes(1)])).rejects.toMatchObject({ code: 'record-missing' })
  await expect(store.updates.create(id, bytes(1))).rejects.toMatchObject({ code: 'record-exists' })
  expect(store.health()).toEqual({ state: 'ok' })
  await store.close()
})

test('a closed store writes nothing more', async () => {
  const { reopen } = await openWithRecord([])
  const store = await reopen()
  await store.close()
  await expect(store.updates.append(id, [bytes(1)])).rejects.toMatchObject({ code: 'store-closed' })
  await expect(store.settings.put({ id: 'workspace', name: 'Late', passwordToSign: false })).rejects.toMatchObject({
    code: 'store-closed',
  })
})

/** A folder whose store is closed again, with one record in it. */
async function openWithRecord(updates: readonly Uint8Array[]) {
  const folder = await temporaryFolder()
  const lines: string[] = []
  const log = createLog(
    'info',
    new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) }),
  )
  const reopen = (): Promise<Store> => openLowdbStore(folder, log)
  const store = await reopen()
  await store.updates.create(id, bytes(0))
  for (const update of updates) await store.updates.append(id, [update])
  await store.close()
  const stem = join(folder, 'records', id)
  return { folder, reopen, snapshot: `${stem}.json`, journal: `${stem}.journal`, logText: () => lines.join('') }
}

function snapshotOf(value: number) {
  return { update: bytes(value), layout: { clients: [], roots: [], deletesAt: 0 } }
}
