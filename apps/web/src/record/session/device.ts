import { createStores, openDB } from 'lib0/indexeddb'
import { IndexeddbPersistence, storeState } from 'y-indexeddb'
import type * as Y from 'yjs'
import type { DeviceState } from './saveState.js'

/** The copy of a record that this browser keeps. */
export interface DeviceCopy {
  /** Resolves once, with whether anything was found here that had not come otherwise; also when nothing can be kept. */
  readonly loaded: Promise<boolean>
  /** Whether a change with this origin came from the copy rather than from a person or the server. */
  isOrigin(origin: unknown): boolean
  /** Keeps what it has and takes nothing more. */
  freeze(): void
  destroy(): void
}

const openWithinMs = 800
const retryMs = 5_000
const settleMs = 40

/**
 * Keeps `doc` in IndexedDB under `name`, which must tell apart both the account and the record.
 * @param onState - told of every change: `failed` within a second when the browser will not keep it.
 * @see docs/spec.md D6
 */
export function keepOnDevice(name: string, doc: Y.Doc, onState: (state: DeviceState) => void): DeviceCopy {
  const timers = new Set<ReturnType<typeof setTimeout>>()
  let copy: IndexeddbPersistence | undefined
  let database: IDBDatabase | undefined
  let state: DeviceState = 'opening'
  let found = false
  let writes = 0
  /** From the write that it was set for until the answer. */
  let isConfirming = false
  let frozen = false
  let destroyed = false

  function say(next: DeviceState): void {
    if (destroyed || next === state) return
    state = next
    onState(next)
  }

  function later(run: () => void, ms: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      run()
    }, ms)
    timers.add(timer)
  }

  function failed(): void {
    if (state !== 'failed') later(tryAgain, retryMs)
    say('failed')
  }

  /** Something was not written, so the whole state has to be. */
  function tryAgain(): void {
    if (copy === undefined || database === undefined || frozen) return
    state = 'writing'
    storeState(copy, true).then(confirm, failed)
  }

  /** IndexedDB starts a reading transaction only when the writing ones before it have ended; those after it are another matter. */
  function confirm(): void {
    if (database === undefined || destroyed) return
    const until = writes
    const reading = database.transaction(['updates'], 'readonly')
    reading.objectStore('updates').count()
    reading.onabort = () => {
      isConfirming = false
    }
    reading.oncomplete = () => {
      isConfirming = false
      if (until < writes) confirmSoon()
      else if (state === 'writing') say('kept')
    }
  }

  /** Together with what follows at once: where the disk is slow, each question waits in the same line as the text. */
  function confirmSoon(): void {
    if (isConfirming) return
    isConfirming = true
    later(confirm, settleMs)
  }

  function handleUpdate(_update: Uint8Array, origin: unknown): void {
    if (copy !== undefined && origin === copy) found = true
    else if (database !== undefined && state !== 'failed') noteWrite()
  }

  function noteWrite(): void {
    writes += 1
    say('writing')
    confirmSoon()
  }

  later(() => {
    if (state === 'opening') say('failed')
  }, openWithinMs)
  doc.on('update', handleUpdate)

  async function open(): Promise<boolean> {
    await prepare(name)
    if (frozen || destroyed) return false
    copy = new IndexeddbPersistence(name, doc)
    database = await copy._db
    // A write that fails bubbles up to the database: quota, a broken disk, storage cleared under the page.
    database.addEventListener('abort', failed)
    database.addEventListener('error', failed)
    database.addEventListener('close', failed)
    database.addEventListener('versionchange', giveUp)
    await copy.whenSynced
    state = 'writing'
    confirm()
    return found
  }

  const loaded = open().catch(() => {
    failed()
    return false
  })

  /** The database is closed once what was given to it is written, and what asks about that is asked before. */
  function freeze(): void {
    if (frozen) return
    frozen = true
    doc.off('update', handleUpdate)
    for (const timer of timers) clearTimeout(timer)
    if (state === 'writing') confirm()
    copy?.destroy().catch(() => undefined)
  }

  /** It is being deleted: another tab had set it aside, and its text was dismissed there. */
  function giveUp(): void {
    say('failed')
    freeze()
  }

  return {
    loaded,
    isOrigin: (origin) => copy !== undefined && origin === copy,
    freeze,
    destroy() {
      freeze()
      destroyed = true
    },
  }
}

/**
 * Opens the database once, as y-indexeddb will. It leaves a refusal to open unhandled, so it is given none to meet.
 * @throws when the browser has no IndexedDB, or denies it.
 */
async function prepare(name: string): Promise<void> {
  const database = await openDB(name, (fresh) =>
    createStores(fresh, [['updates', { autoIncrement: true }], ['custom']]),
  )
  database.close()
}
