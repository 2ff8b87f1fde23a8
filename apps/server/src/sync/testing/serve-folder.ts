import * as Y from 'yjs'
import { createLog } from '../../log.js'
import { openLowdbStore } from '../../store/lowdb/open.js'
import { serveRooms } from './serve-rooms.js'

/** A process that serves the records it is told from the folder it is told, and says where; it is there to be killed. */
const [folder = '', ...recordIds] = process.argv.slice(2)
const log = createLog('silent')
const store = await openLowdbStore(folder, log)
for (const recordId of recordIds) {
  if ((await store.updates.load(recordId)) === undefined) {
    await store.updates.create(recordId, Y.encodeStateAsUpdate(new Y.Doc()))
  }
}
const { url } = await serveRooms({ updates: store.updates, log, settings: { compactBytes: 3_000 } })
process.stdout.write(`${url}\n`)
