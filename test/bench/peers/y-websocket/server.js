// @y/websocket-server's own program, with the persistence that y-leveldb's guide shows: `HOST=… PORT=… node server.js FOLDER`.
import { join } from 'node:path'
import { setPersistence } from '@y/websocket-server/utils'
import { LeveldbPersistence } from 'y-leveldb'
import * as Y from 'yjs'

const stored = new LeveldbPersistence(join(process.argv[2] ?? '.', 'level'))

setPersistence({
  provider: stored,
  async bindState(name, doc) {
    const before = await stored.getYDoc(name)
    const meanwhile = Y.encodeStateAsUpdate(doc)
    stored.storeUpdate(name, meanwhile)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(before))
    doc.on('update', (update) => stored.storeUpdate(name, update))
  },
  async writeState() {
    // Every update is stored as it comes.
  },
})

process.on('SIGTERM', async () => {
  await stored.destroy()
  process.exit(0)
})

// It says so itself once it runs.
await import('@y/websocket-server/server')
