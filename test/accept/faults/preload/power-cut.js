// Loaded into a server before its own code: keeps in POWER_CUT_IMAGE what of DATA_DIR would be there after a power cut, which
// is what was synced and nothing else: a file's bytes as of its last sync, a folder's names as of its own.
import {
  fstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { wrapSyncs } from './file-calls.js'

const dataDir = process.env.DATA_DIR ?? ''
const image = join(process.env.POWER_CUT_IMAGE ?? '', String(process.pid))

/** By name in the image: which of the syncs that were begun it shows. */
const shown = new Map()
let begun = 0

// A worker thread, into which this is loaded too, shares the files of the first thread.
if (isMainThread) {
  mkdirSync(image)
  keepAll(dataDir)
  // Only now is there an image to go by.
  replace(join(image, '..', 'current'), image)
  await wrapSyncs(async (call, file, what) => {
    const descriptor = typeof file === 'number' ? file : file.fd
    const path = `/proc/self/fd/${descriptor}`
    // What was there when a sync began is safe when it has ended, and what was written through is safe at its own end.
    const early = what === 'sync' ? prepare(fstatSync(descriptor).isDirectory() ? readlinkSync(path) : path) : undefined
    const result = await call()
    const keep = early ?? prepare(path)
    keep()
    return result
  })
}

function keepAll(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) keepAll(path)
    else prepare(path)()
  }
  prepare(folder)()
}

/** @returns what puts the present state of a file or folder into the image, unless a later one is there already. */
function prepare(path) {
  begun += 1
  const mine = begun
  const [name, data] = statSync(path).isDirectory() ? folderOf(path) : [identityOf(path), readFileSync(path)]
  return () => {
    if ((shown.get(name) ?? 0) > mine) return
    shown.set(name, mine)
    replace(join(image, name), data)
  }
}

function folderOf(path) {
  const files = readdirSync(path, { withFileTypes: true }).filter((entry) => !entry.isDirectory())
  // What is gone by now has been renamed meanwhile; the sync after that will show it.
  const names = files
    .map(({ name }) => [name, identityOf(join(path, name))])
    .filter(([, identity]) => identity !== undefined)
  const folder = relative(dataDir, path)
  return [`folder-${encodeURIComponent(folder)}`, JSON.stringify({ folder, names })]
}

/** A number is given to the next file as soon as one is gone; with when it was made, it belongs to one file for ever. */
function identityOf(path) {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stat && `file-${stat.ino}-${stat.birthtimeNs}`
}

/** Whole or not at all, for the process may be killed at any moment. */
function replace(path, data) {
  writeFileSync(`${path}.new`, data)
  renameSync(`${path}.new`, path)
}
