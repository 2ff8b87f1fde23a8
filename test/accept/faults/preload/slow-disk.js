// Loaded into a server before its own code: while the file that SLOW_DISK_FLAG names exists, each call that reads a file or makes
// it durable takes up to SLOW_DISK_MS longer, each as long as chance has it.
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import * as prng from 'lib0/prng'
import { wrapFileCalls, wrapSyncs } from './file-calls.js'

const flag = process.env.SLOW_DISK_FLAG ?? ''
const slowestMs = Number(process.env.SLOW_DISK_MS)
const chance = prng.create(Number(process.env.SLOW_DISK_SEED))

await wrapSyncs(slowly)
await wrapFileCalls({ methods: ['truncate'], functions: ['readFile', 'rename'] }, slowly)

async function slowly(call) {
  if (existsSync(flag)) await pause(prng.real53(chance) * slowestMs)
  return call()
}
