import { setTimeout as wait } from 'node:timers/promises'
import { startMeter } from '../meters/meter.js'
import { percentile } from '../meters/statistics.js'
import type { Peer, RunningPeer } from '../servers/peer.js'
import { freshClients } from '../traffic/keystrokes.js'
import { pace, type Step } from './pace.js'
import { type Notebook, openMeeting, sitDown, type Typist } from './typist.js'

export interface TypingOptions {
  readonly recordIds: readonly string[]
  readonly people: number
  /** Between two keys of one person. */
  readonly everyMs: number
  readonly windowMs: number
}

/** People type in records at their own pace, carets and all; what does it cost the server? */
export async function measureTyping(peer: Peer, running: RunningPeer, options: TypingOptions) {
  const { recordIds, people, everyMs, windowMs } = options
  const notebook: Notebook = { isOpen: false, edits: 0, carets: 0, latenciesMs: [] }
  const keys = Math.ceil((warmMs + windowMs + marginMs) / everyMs) + 1
  const typists: Typist[] = []
  for (const recordId of recordIds) {
    const meeting = openMeeting(running.door(recordId), peer.dialect)
    const seats = freshClients(people).map((client) => sitDown(meeting, notebook, { client, keys }))
    typists.push(...(await Promise.all(seats)))
  }
  const typing = pace(stepsOf(typists, everyMs, warmMs + windowMs + marginMs))
  await wait(warmMs)
  const meter = startMeter(running.pid)
  notebook.isOpen = true
  await wait(windowMs)
  notebook.isOpen = false
  const { tookMs, cpuUs, ...shares } = meter()
  await typing
  for (const { participant } of typists) participant.leave()
  const delivered = notebook.edits + notebook.carets
  return {
    cpuPerDeliveryUs: cpuUs / delivered,
    p50Ms: percentile(notebook.latenciesMs, 0.5),
    p99Ms: percentile(notebook.latenciesMs, 0.99),
    editsPerSecond: (notebook.edits / tookMs) * 1_000,
    caretsPerSecond: (notebook.carets / tookMs) * 1_000,
    ...shares,
  }
}

const warmMs = 5_000
/** Keys go on a little beyond the window, so that its end is like its middle. */
const marginMs = 200

/** Everybody starts at another moment, spread evenly: people are not in step. */
function stepsOf(typists: readonly Typist[], everyMs: number, untilMs: number): Step[] {
  return typists.flatMap((typist, index) => {
    const first = ((index * goldenRatio) % 1) * everyMs
    const count = Math.ceil((untilMs - first) / everyMs)
    return Array.from({ length: count }, (_, key) => ({ atMs: first + key * everyMs, act: () => typist.press() }))
  })
}

const goldenRatio = 0.618_033_988_749_895
