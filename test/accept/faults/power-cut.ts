import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { ServerOptions } from '../../server.js'
import { NotPossibleHere, type RunContext } from '../run.js'
import { preload } from './preload.js'

/**
 * A SIGKILL leaves the kernel's memory alone, so it cannot tell written from synced. This can: what was not synced when the
 * process ended is taken away.
 */
export interface PowerCut {
  /** With which a server must be started. */
  readonly options: ServerOptions
  /** Leaves of a dead server's folder what a power cut would have left. */
  strike(dataDir: string): Promise<void>
}

/** @throws NotPossibleHere where the system does not tell enough about open files. */
export async function preparePowerCut({ defer }: Pick<RunContext, 'defer'>): Promise<PowerCut> {
  const images = await mkdtemp(join(tmpdir(), 'colophon-power-cut-'))
  defer(() => rm(images, { recursive: true, force: true }))
  await checkSystem(join(images, 'probe'))
  return {
    options: { execArgv: preload('power-cut'), env: { POWER_CUT_IMAGE: images } },
    async strike(dataDir) {
      const current = join(images, 'current')
      // Without one the process ended before it could change anything.
      if (existsSync(current)) await layDown(await readFile(current, 'utf8'), dataDir)
      for (const name of await readdir(images)) await rm(join(images, name), { recursive: true })
    },
  }
}

const folderSchema = z.object({ folder: z.string(), names: z.array(z.tuple([z.string(), z.string()])) })

async function layDown(image: string, dataDir: string): Promise<void> {
  await rm(dataDir, { recursive: true })
  const kept = new Set(await readdir(image))
  const folders = [...kept].filter((name) => name.startsWith('folder-') && !name.endsWith('.new'))
  for (const file of folders) {
    const { folder, names } = folderSchema.parse(JSON.parse(await readFile(join(image, file), 'utf8')))
    await mkdir(join(dataDir, folder), { recursive: true, mode: 0o700 })
    for (const [name, identity] of names) {
      const path = join(dataDir, folder, name)
      // A name can outlive a power cut whose bytes do not.
      if (kept.has(identity)) await copyFile(join(image, identity), path)
      else await writeFile(path, '')
    }
  }
}

async function checkSystem(probe: string): Promise<void> {
  if (!existsSync('/proc/self/fd')) throw new NotPossibleHere('This system has no /proc.')
  await writeFile(probe, '')
  const before = await stat(probe, { bigint: true })
  await writeFile(probe, 'changed')
  const after = await stat(probe, { bigint: true })
  await rm(probe)
  if (before.birthtimeNs !== after.birthtimeNs || before.birthtimeNs === 0n) {
    throw new NotPossibleHere('This file system does not say when a file was made.')
  }
}
