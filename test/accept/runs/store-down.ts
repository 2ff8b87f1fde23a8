import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { preload } from '../faults/preload.js'
import { mountSmallDisk } from '../faults/small-disk.js'
import type { Run } from '../run.js'
import type { Fault } from './store-down/fault.js'
import { rehearse } from './store-down/rehearse.js'

export const storeDown: Run = {
  name: 'store-down',
  rules: ['D3', 'D7'],
  about: 'fills the disk while people type, or lets every sync fail, and makes it whole again',
  async perform(context) {
    // What can be shown anywhere comes first, so that a machine without mounts still shows it.
    await rehearse(context, failingSyncs(context.seed))
    const disk = await mountSmallDisk(context)
    await rehearse(context, {
      name: 'full disk',
      begin: disk.fill,
      end: disk.makeSpace,
      server: { dataDir: disk.folder, execArgv: preload('quick-idle') },
    })
  },
}

/** A disk that answers every sync with EIO, which no healthy machine can be made to do: the server's file calls are wrapped. */
function failingSyncs(seed: number): Fault {
  const flag = join(tmpdir(), `colophon-broken-disk-${process.pid}-${seed}`)
  return {
    name: 'EIO',
    begin: () => writeFile(flag, ''),
    end: () => rm(flag, { force: true }),
    server: { execArgv: [...preload('broken-disk'), ...preload('quick-idle')], env: { BROKEN_DISK_FLAG: flag } },
  }
}
