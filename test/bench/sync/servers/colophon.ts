import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { serverCpu } from '../processors.js'
import { colophon as dialect } from '../traffic/dialect.js'
import { type Child, startChild } from './children.js'
import { readMemory } from './memory.js'
import type { Door, Peer, RunningPeer } from './peer.js'
import { freePort } from './port.js'
import { probeArgv } from './probe-argv.js'

/** Colophon as an operator starts it, built. Its service account has no caps: it is the load that is to be measured. */
export const colophonPeer: Peer = {
  id: 'colophon',
  label: 'Colophon',
  dialect,
  keeps: true,
  async start(folder, { probe = false } = {}) {
    const port = await freePort()
    const publicUrl = `http://127.0.0.1:${port}`
    const dataDir = join(folder, 'data')
    await mkdir(dataDir, { recursive: true })
    const env = {
      ADMIN_TOKEN: adminToken,
      LOG_LEVEL: 'warn',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      PUBLIC_URL: publicUrl,
    }
    const argv = [...(probe ? probeArgv : []), entry]
    const child = await startChild(argv, { cpu: serverCpu, ready: /Colophon is ready/, env, probe })
    return running(child, publicUrl)
  },
}

/** Another build can be named, to be compared with. */
const entry =
  process.env.COLOPHON_MAIN ?? fileURLToPath(new URL('../../../../apps/server/dist/main.js', import.meta.url))

const adminToken = randomBytes(32).toString('hex')

function running(child: Child, publicUrl: string): RunningPeer {
  const headers = { Origin: publicUrl, Authorization: `Bearer ${adminToken}` }
  return {
    pid: child.pid,
    async create() {
      const response = await fetch(`${publicUrl}/api/v1/records`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify({ title: 'Measured' }),
      })
      if (!response.ok) throw new Error(`No record was made: ${await response.text()}`)
      return recordSchema.parse(await response.json()).id
    },
    door: (recordId): Door => ({ url: `${publicUrl.replace('http', 'ws')}/sync/${recordId}`, room: recordId, headers }),
    memory: () => readMemory(child),
    stop: (signal = 'SIGTERM') => child.end(signal),
  }
}

const recordSchema = z.object({ id: z.string() })
