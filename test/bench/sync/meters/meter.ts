import { readFileSync } from 'node:fs'
import { serverCpu } from '../processors.js'
import { cpuNs } from './usage.js'

/** What was used of the two processors while a meter ran; shares are of one processor. */
export interface Usage {
  readonly tookMs: number
  /** Of the server. */
  readonly cpuUs: number
  readonly serverShare: number
  /** Of this process, which makes the load. */
  readonly loadShare: number
  /** Of whatever else ran on the server's processor: on a quiet machine next to nothing. */
  readonly strangersShare: number
}

/** @returns what reads the meter. */
export function startMeter(serverPid: number): () => Usage {
  const start = { at: performance.now(), server: cpuNs(serverPid), load: process.cpuUsage(), all: busyMs() }
  return () => {
    const tookMs = performance.now() - start.at
    const serverMs = (cpuNs(serverPid) - start.server) / 1_000_000
    const { user, system } = process.cpuUsage(start.load)
    return {
      tookMs,
      cpuUs: serverMs * 1_000,
      serverShare: serverMs / tookMs,
      loadShare: (user + system) / 1_000 / tookMs,
      strangersShare: Math.max(0, busyMs() - start.all - serverMs) / tookMs,
    }
  }
}

/** @returns how long the server's processor has run anybody's code, or was taken by another machine; in ticks of 10 ms. */
function busyMs(): number {
  const line = new RegExp(`^cpu${serverCpu} (.*)$`, 'm').exec(readFileSync('/proc/stat', 'utf8'))?.[1] ?? ''
  const [user = 0, nice = 0, system = 0, , , , , steal = 0] = line.split(' ').map(Number)
  return (user + nice + system + steal) * 10
}
