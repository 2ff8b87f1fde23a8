import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { keepOnDevice } from './device.js'
import type { DeviceState } from './saveState.js'

afterEach(() => vi.unstubAllGlobals())

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
