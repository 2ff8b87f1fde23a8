import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLog } from '../../log.js'
import { sourceArgv, sourcePath } from '../../testing/source-process.js'
import { temporaryFolder } from '../testing/temporary-folder.js'
import { lockFolder } from './folder-lock.js'
import { openLowdbStore } from './open.js'
import { stampOfThisProcess } from './process-stamp.js'

const log = createLog('silent')
const noKernelLock = async () => 'unsupported' as const

test('[D4] a second process on the folder is refused and told who holds it; after a SIGKILL it starts', {
  timeout: 30_000,
}, async () => {
  const folder = await temporaryFolder()
  const holder = await startHolder(folder)
  await expect(openLowdbStore(folder, log)).rejects.toMatchObject({
    code: 'folder-locked',
    message: expect.stringContaining(`pid ${holder.pid}`),
  })
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  await (await openLowdbStore(folder, log)).close()
})

test('[D4] the lock outlives the object that stands for it', { timeout: 30_000 }, async () => {
  const folder = await temporaryFolder()
  const holder = await startHolder(folder, ['--expose-gc'])
  // The holder has let go of its store and collected its garbage before it says that it is open.
  await expect(openLowdbStore(folder, log)).rejects.toMatchObject({ code: 'folder-locked' })
  holder.kill('SIGKILL')
})

test('[D4] a second store in the same process is refused too', async () => {
  const folder = await temporaryFolder()
  const store = await openLowdbStore(folder, log)
  await expect(openLowdbStore(folder, log)).rejects.toMatchObject({ code: 'folder-locked' })
  await store.close()
  await (await openLowdbStore(folder, log)).close()
})

test('[D4] without the kernel’s lock a living holder is refused by pid and start time', {
  timeout: 30_000,
}, async () => {
  const folder = await temporaryFolder()
  const first = await lockFolder(folder, log, noKernelLock)
  await expect(lockFolder(folder, log, noKernelLock)).rejects.toMatchObject({
    code: 'folder-locked',
    message: expect.stringContaining(`pid ${process.pid}`),
  })
  first.release()
  const next = await lockFolder(folder, log, noKernelLock)
  next.release()
})

test('[D4] without the kernel’s lock a pid that another process has by now holds nothing', async () => {
  const folder = await temporaryFolder()
  const stamp = await stampOfThisProcess()
  await writeFile(join(folder, 'lock'), JSON.stringify({ ...stamp, startTicks: '1' }))
  const lock = await lockFolder(folder, log, noKernelLock)
  expect(JSON.parse(await readFile(join(folder, 'lock'), 'utf8'))).toEqual(stamp)
  lock.release()
})

test('[D4] where the system knows no start times, a pid decides: a living one holds, a dead one does not', async () => {
  const folder = await temporaryFolder()
  const file = join(folder, 'lock')
  await writeFile(file, JSON.stringify({ pid: process.pid, startTicks: null }))
  await expect(lockFolder(folder, log, noKernelLock)).rejects.toMatchObject({ code: 'folder-locked' })
  const dead = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(dead, 'exit')
  await writeFile(file, JSON.stringify({ pid: dead.pid, startTicks: null }))
  const next = await lockFolder(folder, log, noKernelLock)
  next.release()
})

test('[D4] a lock file that a crash left half written names nobody', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'lock'), '{"pid":')
  const next = await lockFolder(folder, log, noKernelLock)
  next.release()
})

async function startHolder(folder: string, nodeArgv: string[] = []) {
  const child = spawn(
    process.execPath,
    [...nodeArgv, ...sourceArgv, sourcePath('store/lowdb/testing/hold-folder.ts'), folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}
