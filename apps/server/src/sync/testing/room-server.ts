import { Writable } from 'node:stream'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { createLog } from '../../log.js'
import { openLowdbStore } from '../../store/lowdb/open.js'
import type { UpdateLog } from '../../store/store.js'
import { temporaryFolder } from '../../store/testing/temporary-folder.js'
import { type ServedRooms, type ServeOptions, serveRooms } from './serve-rooms.js'

/** Rooms and sockets over a real store in a folder of its own. */
export interface RoomServer extends Pick<ServedRooms, 'url' | 'rooms'> {
  readonly updates: UpdateLog
  logText(): string
  /** Stores a new record whose root text `text` says `words`. */
  create(recordId: string, words?: string): Promise<void>
  /** What is on the disk. */
  storedText(recordId: string): Promise<string>
}

export interface RoomServerOptions extends Omit<ServeOptions, 'updates' | 'log'> {
  /** Stands between the rooms and the store. */
  wrap?(updates: UpdateLog): UpdateLog
}

/** Ends with the test. */
export async function startRoomServer({ wrap, ...options }: RoomServerOptions = {}): Promise<RoomServer> {
  const lines: string[] = []
  const log = createLog(
    'debug',
    new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) }),
  )
  const store = await openLowdbStore(await temporaryFolder(), log)
  const updates = wrap?.(store.updates) ?? store.updates
  const served = await serveRooms({ updates, log, ...options })
  onTestFinished(async () => {
    await served.close()
    await store.close()
  })
  return {
    url: served.url,
    rooms: served.rooms,
    updates,
    logText: () => lines.join(''),
    create: (recordId, words = '') => store.updates.create(recordId, stateOf(words)),
    storedText: async (recordId) => textOf(await store.updates.load(recordId)),
  }
}

export function stateOf(words: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}

function textOf(stored: Awaited<ReturnType<UpdateLog['load']>>): string {
  const doc = new Y.Doc()
  for (const update of stored ? [stored.snapshot, ...stored.updates] : []) Y.applyUpdate(doc, update)
  return doc.getText('text').toString()
}
