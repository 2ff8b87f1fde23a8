import { readFileSync } from 'node:fs'
import { mkdtemp, open, rm, statfs } from 'node:fs/promises'
import { cpus, loadavg, release, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { median } from '../meters/statistics.js'
import type { PeerId } from '../servers/peer.js'

/** @returns what the figures were measured on, in a line. */
export async function machineText(): Promise<string> {
  const [first] = cpus()
  const memoryGb = Math.round(totalmem() / 2 ** 30)
  return `${first?.model ?? 'unknown processor'}, ${cpus().length} processors, ${memoryGb} GB, Linux ${release()}, Node ${process.version}, data on ${await fileSystem()}, where a sync takes ${(await syncMs()).toFixed(2)} ms`
}

/** @returns processes that want to run, a minute's mean: on a quiet machine none before the benchmark begins. */
export function loadBefore(): number {
  return loadavg()[0] ?? 0
}

/** @returns the versions that are compared, by name. */
export function versions(peers: readonly PeerId[]): string {
  const named = peers.flatMap((peer) =>
    packagesOf[peer].map(
      (name) => `${name} ${versionIn(here(`../../peers/${peer}/node_modules/${name}/package.json`))}`,
    ),
  )
  return [`Colophon ${versionIn(here('../../../../package.json'))}`, ...named].join(', ')
}

const packagesOf: Record<PeerId, readonly string[]> = {
  hocuspocus: ['@hocuspocus/server', '@hocuspocus/extension-sqlite'],
  'y-websocket': ['@y/websocket-server', 'y-leveldb'],
  relay: ['ws'],
  colophon: [],
}

const here = (path: string) => new URL(path, import.meta.url)

/** @param file a `package.json` */
export function versionIn(file: URL): string {
  const text = readFileSync(file, 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}

/** @returns the median time of a small write and `fdatasync` where the servers keep their data. */
async function syncMs(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-sync-'))
  const file = await open(join(folder, 'journal'), 'w')
  const times: number[] = []
  for (let round = 0; round < 200; round += 1) {
    const start = performance.now()
    await file.write(Buffer.alloc(100))
    await file.datasync()
    times.push(performance.now() - start)
  }
  await file.close()
  await rm(folder, { recursive: true })
  return median(times)
}

/** By its number in the kernel's magic.h. */
async function fileSystem(): Promise<string> {
  const { type } = await statfs(tmpdir())
  return fileSystems.get(type) ?? `a file system of type 0x${type.toString(16)}`
}

const fileSystems = new Map([
  [0xef53, 'ext4'],
  [0x58465342, 'XFS'],
  [0x9123683e, 'Btrfs'],
  [0x01021994, 'tmpfs, which has no disk under it'],
  [0x794c7630, 'overlayfs'],
])
