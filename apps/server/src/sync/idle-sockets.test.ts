import { once } from 'node:events'
import { subprotocol } from '@colophon/protocol'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { temporaryFolder } from '../store/testing/temporary-folder.js'
import { sourcePath } from '../testing/source-process.js'
import type { Identity } from './rooms.js'
import { type Child, startChild } from './testing/child.js'
import { pageOf } from './testing/upgrade.js'

const recordId = 'idle-rec-0001'
const sockets = 1_000
const memorySchema = z.object({ held: z.number(), rss: z.number() })

test('[P5] [A7] an idle connection takes at most 15 KB', { timeout: 60_000 }, async () => {
  const preload = ['--expose-gc', '--import', sourcePath('sync/testing/memory.ts')]
  const server = await startChild('serve-folder.ts', [await temporaryFolder(), recordId], preload)
  // What is made once for all is there before it is measured.
  for (let warm = 0; warm < 100; warm += 1) await openIdle(server.line, warm)
  const before = await memoryOf(server)
  for (let opened = 0; opened < sockets; opened += 1) await openIdle(server.line, opened)
  const after = await memoryOf(server)
  const each = (after.held - before.held) / sockets
  const resident = (after.rss - before.rss) / sockets
  console.info(`an idle connection: ${Math.round(each)} bytes held, ${Math.round(resident)} resident`)
  expect(each).toBeLessThan(15_000)
})

/** Resolves when the server has told the socket everything it tells somebody new. */
async function openIdle(url: string, number: number): Promise<void> {
  const name = `Person ${number % 40}`
  const who: Identity = { kind: 'person', id: `person-${number % 40}`, name, role: 'viewer' }
  const socket = new WebSocket(`${url}/${recordId}`, subprotocol, { headers: pageOf(who), perMessageDeflate: false })
  onTestFinished(() => socket.terminate())
  await once(socket, 'message')
}

async function memoryOf({ process }: Child) {
  process.kill('SIGUSR2')
  const [line] = await once(process.stdout, 'data')
  return memorySchema.parse(JSON.parse(String(line)))
}
