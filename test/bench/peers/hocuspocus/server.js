// Hocuspocus as its guide sets it up, every setting at its default: `PORT=… node server.js FOLDER`.
import { join } from 'node:path'
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const server = new Server({
  address: '127.0.0.1',
  port: Number(process.env.PORT),
  quiet: true,
  extensions: [new SQLite({ database: join(process.argv[2] ?? '.', 'documents.sqlite') })],
})

await server.listen()
process.stdout.write('running\n')
