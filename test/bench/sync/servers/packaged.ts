import { fileURLToPath } from 'node:url'
import { join } from '../clients/participant.js'
import { maskedFrame } from '../clients/raw-socket.js'
import { serverCpu } from '../processors.js'
import { type Dialect, hocuspocus, relayed, yWebsocket } from '../traffic/dialect.js'
import { newRecord } from '../traffic/keystrokes.js'
import { startChild } from './children.js'
import { readMemory } from './memory.js'
import type { Door, Peer, PeerId } from './peer.js'
import { freePort } from './port.js'
import { probeArgv } from './probe-argv.js'

/** The servers of `test/bench/peers`, which know their rooms by name and let anybody in. */
export const packagedPeers: readonly Peer[] = [
  packaged('hocuspocus', 'Hocuspocus + SQLite', hocuspocus, true),
  packaged('y-websocket', '@y/websocket-server + LevelDB', yWebsocket, true),
  packaged('relay', 'naive ws relay', relayed, false),
]

function packaged(id: PeerId, label: string, dialect: Dialect, keeps: boolean): Peer {
  const server = fileURLToPath(new URL(`../../peers/${id}/server.js`, import.meta.url))
  return {
    id,
    label,
    dialect,
    keeps,
    async start(folder, { probe = false } = {}) {
      const argv = [...(probe ? probeArgv : []), server, folder]
      const port = await freePort()
      const env = { HOST: '127.0.0.1', PORT: String(port) }
      const child = await startChild(argv, { cpu: serverCpu, ready: /running/, env, probe })
      const door = (recordId: string): Door => ({
        url: `ws://127.0.0.1:${port}/${recordId}`,
        room: recordId,
        headers: {},
      })
      return {
        pid: child.pid,
        async create() {
          const recordId = crypto.randomUUID()
          if (keeps) await seed(door(recordId), dialect)
          return recordId
        },
        door,
        memory: () => readMemory(child),
        stop: (signal = 'SIGTERM') => child.end(signal),
      }
    },
  }
}

/** Puts in a room what Colophon puts in a new record. */
async function seed(door: Door, dialect: Dialect): Promise<void> {
  const first = await join({ door, dialect })
  first.write(maskedFrame(dialect.update(door.room, newRecord)))
  const second = await join({ door, dialect })
  first.leave()
  second.leave()
}
