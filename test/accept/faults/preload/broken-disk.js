// Loaded into a server before its own code: while the file that BROKEN_DISK_FLAG names exists, nothing can be made durable.
import { existsSync } from 'node:fs'
import { wrapSyncs } from './file-calls.js'

const flag = process.env.BROKEN_DISK_FLAG ?? ''

await wrapSyncs(async (call, _file, syscall) => {
  if (existsSync(flag)) throw Object.assign(new Error(`EIO: i/o error, ${syscall}`), { code: 'EIO', syscall })
  return call()
})
