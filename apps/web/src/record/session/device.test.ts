// The order of its transactions is IndexedDB's own; a browser would not let a test hold one up from outside.
import { IDBDatabase, IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { keepOnDevice } from './device.js'
import type { DeviceState } from './saveState.js'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const denied = new DOMException('The user denied permission to access the database.', 'SecurityError')

/** What `indexedDB.open` gives a page that may keep nothing: an answer that comes later, and is no. */
function refused() {
  const request: { error: DOMException; onerror?: (event: { target: unknown }) => void } = { error: denied }
  queueMicrotask(() => request.onerror?.({ target: request }))
  return request
}

// A rejection that nobody handles fails the run: vitest reports it by itself.
test.each([
  ['has no IndexedDB', undefined],
  [
    'denies it at once',
    {
      open() {
        throw denied
      },
    },
  ],
  ['denies it in answer', { open: refused }],
])(
  '[D6] a browser that %s: the page is told, nothing is thrown past it, and writing goes on',
  async (_how, factory) => {
    vi.stubGlobal('indexedDB', factory)
    const states: DeviceState[] = []
    const doc = new Y.Doc()

    const device = keepOnDevice('colophon:me:record', doc, (state) => states.push(state))
    expect(await device.loaded).toBe(false)
    doc.getText('slot').insert(0, 'Written all the same.')
    device.destroy()

    expect(states).toEqual(['failed'])
    expect(device.isOrigin(undefined)).toBe(false)
  },
)

test('[D6] work is said to be kept once all of it is committed, and not when an earlier question is answered', async () => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('IDBKeyRange', IDBKeyRange)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const doc = new Y.Doc()
  let written = 0
  let committed = 0
  const keptWith: number[] = []
  const device = keepOnDevice('colophon:me:record', doc, (state) => {
    if (state === 'kept') keptWith.push(written - committed)
  })
  await device.loaded
  await vi.waitUntil(() => keptWith.length === 1)

  const letGo = await holdUp('colophon:me:record')
  const transaction = IDBDatabase.prototype.transaction
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, stores, mode) {
    const begun = transaction.call(this, stores, mode)
    if (mode === 'readwrite') begun.addEventListener('complete', () => (committed += 1))
    return begun
  })
  for (const letter of ['a', 'b', 'c']) {
    doc.getText('slot').insert(0, letter)
    written += 1
    // Time enough to ask whether it is there.
    vi.advanceTimersByTime(1_000)
  }
  letGo()
  await vi.waitUntil(() => keptWith.length === 2)
  expect(keptWith).toEqual([0, 0])
  device.destroy()
})

/** Makes whatever is asked of a database wait. @returns a way to let it go on. */
async function holdUp(name: string): Promise<() => void> {
  const opening = indexedDB.open(name)
  await new Promise((resolve) => opening.addEventListener('success', resolve))
  const store = opening.result.transaction(['updates'], 'readwrite').objectStore('updates')
  let held = true
  const askAgain = () => {
    if (held) store.count().onsuccess = askAgain
  }
  askAgain()
  return () => {
    held = false
    opening.result.close()
  }
}
