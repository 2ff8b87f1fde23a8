import { execFile } from 'node:child_process'
import { mkdtemp, open, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { NotPossibleHere, type RunContext } from '../run.js'

const run = promisify(execFile)

/** A file system of one megabyte that can be filled to its last byte. */
export interface SmallDisk {
  readonly folder: string
  fill(): Promise<void>
  makeSpace(): Promise<void>
}

/** Mounted for the time of the run. @throws NotPossibleHere where this process may not mount. */
export async function mountSmallDisk({ defer }: Pick<RunContext, 'defer'>): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-small-'))
  defer(() => rmdir(folder))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=0700', 'tmpfs', folder])
  } catch (cause) {
    throw new NotPossibleHere('This process may not mount a tmpfs of 1 MB. Run it as root.', { cause })
  }
  defer(() => run('umount', [folder]))
  const ballast = join(folder, 'ballast')
  return {
    folder,
    async fill() {
      const file = await open(ballast, 'w')
      try {
        for (;;) await file.write(Buffer.alloc(4_096))
      } catch (error) {
        if (!isFull(error)) throw error
      } finally {
        await file.close()
      }
    },
    makeSpace: () => rm(ballast),
  }
}

const isFull = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOSPC'
