import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { temporaryFolder } from '../store/testing/temporary-folder.js'
import type { Identity } from './rooms.js'
import { startChild } from './testing/child.js'
import { ada } from './testing/people.js'
import { openRawClient } from './testing/raw-client.js'
import { pageOf } from './testing/upgrade.js'

const quiet = 'return-rec-00'
const crowded = Array.from({ length: 20 }, (_, number) => `return-rec-${number + 10}`)
const returning = 600

test('[A7] when hundreds come back at once, all get in, and those who are in are served in between', {
  timeout: 60_000,
}, async () => {
  const { line: url } = await startChild('serve-folder.ts', [await temporaryFolder(), quiet, ...crowded])
  const prober = await openRawClient(url, quiet, ada)
  await prober.sync()
  let isOver = false
  const back = Promise.all(Array.from({ length: returning }, (_, number) => comeBack(url, number)))
  const over = back.finally(() => {
    isOver = true
  })
  const waits: number[] = []
  while (!isOver) {
    const asked = performance.now()
    await prober.sync()
    waits.push(performance.now() - asked)
  }
  await over
  const longest = Math.max(...waits)
  console.info(
    `${returning} came back at once: ${waits.length} questions meanwhile, the longest took ${longest.toFixed(0)} ms`,
  )
  expect(longest).toBeLessThan(2_000)
})

async function comeBack(url: string, number: number): Promise<void> {
  const name = `Person ${number % 60}`
  const who: Identity = { kind: 'person', id: `person-${number % 60}`, name, role: 'member' }
  const socket = new WebSocket(`${url}/${crowded[number % crowded.length]}`, { headers: pageOf(who) })
  onTestFinished(() => socket.terminate())
  await once(socket, 'open')
}
