import fs from 'node:fs'
import promises, { open } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Puts itself around calls that work on files.
 * @param {{ methods?: readonly string[], functions?: readonly string[] }} names methods of a `FileHandle`, and functions of
 *   `node:fs/promises`; where `node:fs` has one of the same name that calls back, that one too.
 * @param {(call: () => Promise<unknown>, file: unknown) => Promise<unknown>} around is given the call and what it works on: a
 *   `FileHandle`, a descriptor or a path.
 */
export async function wrapFileCalls({ methods = [], functions = [] }, around) {
  const file = await open('/dev/null')
  const prototype = Object.getPrototypeOf(file)
  await file.close()
  for (const name of methods) wrapPromise(prototype, name, around)
  for (const name of functions) wrapPromise(promises, name, around)
  for (const name of functions) wrapCallback(name, around)
  syncBuiltinESMExports()
}

/**
 * Puts itself around whatever makes bytes durable: syncs, and writes to files that were opened to be written through.
 * @param {(call: () => Promise<unknown>, file: unknown, what: 'sync' | 'write') => Promise<unknown>} around
 */
export async function wrapSyncs(around) {
  const writtenThrough = new WeakSet()
  await wrapFileCalls({ methods: ['sync', 'datasync'], functions: ['fsync', 'fdatasync'] }, (call, file) =>
    around(call, file, 'sync'),
  )
  await wrapFileCalls({ methods: ['write', 'writev', 'writeFile', 'appendFile'] }, (call, file) =>
    writtenThrough.has(file) ? around(call, file, 'write') : call(),
  )
  const original = promises.open
  promises.open = async (path, flags, mode) => {
    const file = await original(path, flags, mode)
    if (isWriteThrough(flags)) writtenThrough.add(file)
    return file
  }
  syncBuiltinESMExports()
}

function isWriteThrough(flags) {
  const { O_DSYNC = 0, O_SYNC = 0 } = fs.constants
  if (typeof flags === 'number') return (flags & (O_DSYNC | O_SYNC)) !== 0
  return typeof flags === 'string' && flags.includes('s')
}

function wrapPromise(owner, name, around) {
  const original = owner[name]
  if (typeof original !== 'function') return
  owner[name] = function (...args) {
    return around(() => original.apply(this, args), owner === promises ? args[0] : this)
  }
}

function wrapCallback(name, around) {
  const original = fs[name]
  if (typeof original !== 'function') return
  fs[name] = (...args) => {
    const done = args.pop()
    const call = () =>
      new Promise((resolve, reject) => {
        original(...args, (error, ...results) => (error ? reject(error) : resolve(results)))
      })
    around(call, args[0]).then(
      (results) => done(null, ...results),
      (error) => done(error),
    )
  }
}
