import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { lastText } from '../clients/prose.js'
import { openSocketClient, type SocketClient } from '../clients/socket-client.js'
import { spreadOf } from './figures.js'
import type { ProberTask, Probes } from './prober.js'

const task: ProberTask = JSON.parse(process.argv[2] ?? '{}')
const schedule = `/proc/${task.pid}/task/${task.pid}/schedstat`
const isWorkKnown = existsSync(schedule)
const lag = monitorEventLoopDelay({ resolution: 5 })
const client = await openSocketClient(task)
await client.sync()
let hardestWork = 0
const ping = createProbe(10, async () => {
  const before = workedMs()
  client.socket.ping()
  await once(client.socket, 'pong')
  hardestWork = Math.max(hardestWork, workedMs() - before)
})
const edit = createProbe(100, () => editOnce(client))
const http = createProbe(100, async () => {
  await (await fetch(new URL('/health', task.url))).arrayBuffer()
})

lag.enable()
process.on('message', () => process.send?.(figures()))
process.on('disconnect', () => process.exit())
process.send?.(figures())
await Promise.all([ping.run(), edit.run(), http.run()])

function figures(): Probes {
  const taken = { ping: ping.take(), edit: edit.take(), http: http.take() }
  // Where the system does not say what a thread did, what it did not answer is all there is to know.
  const stall = isWorkKnown ? hardestWork : Math.max(0, taken.ping.worst - lag.max / 1e6)
  hardestWork = 0
  lag.reset()
  return { ...taken, stall, connected: client.isOpen() }
}

/** How long the server's main thread has been on a processor, milliseconds; 0 where the system does not say. */
function workedMs(): number {
  if (!isWorkKnown) return 0
  return Number(readFileSync(schedule, 'latin1').split(' ', 1)[0]) / 1e6
}

/** Does something again and again, `everyMs` at the soonest, and keeps how long it took. */
function createProbe(everyMs: number, once: () => Promise<unknown>) {
  let took: number[] = []
  let since: number | undefined
  return {
    async run() {
      while (client.isOpen()) {
        since = performance.now()
        // Once the server is gone there is nothing to measure; `connected` says so.
        if (!(await succeeds(once()))) return
        const ms = performance.now() - since
        since = undefined
        took.push(ms)
        await pause(Math.max(0, everyMs - ms))
      }
    },
    take() {
      // What has not been answered yet counts as well: it may be the worst.
      const taken = since === undefined ? took : [...took, performance.now() - since]
      took = []
      return spreadOf(taken)
    },
  }
}

async function succeeds(attempt: Promise<unknown>): Promise<boolean> {
  const [outcome] = await Promise.allSettled([attempt])
  return outcome?.status === 'fulfilled'
}

async function editOnce({ doc, ...client }: SocketClient): Promise<void> {
  const text = lastText(doc.getXmlFragment('slot:KNOWN_ISSUES'))
  if (text.length < 500) text.insert(text.length, 'probe ')
  else text.delete(0, text.length)
  await client.allSaved()
}
