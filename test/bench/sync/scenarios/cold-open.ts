import { setTimeout as wait } from 'node:timers/promises'
import { fill, wholeOf } from '../clients/filling.js'
import { join } from '../clients/participant.js'
import { typeUp } from '../clients/typing-up.js'
import { cpuNs } from '../meters/usage.js'
import { readRecords, writeRecords } from '../records-file.js'
import { type Extent, type Scenario, storingPeers } from '../scenario.js'
import type { Peer } from '../servers/peer.js'
import { runsOf } from '../traffic/arrivals.js'
import { writeHistory } from '../traffic/history.js'
import { freshClients, newRecord } from '../traffic/keystrokes.js'

/** Records with a long past, opened by a server that has only just started. @see docs/spec.md P4 */
export const coldOpen: Scenario = {
  id: 'cold-open',
  peers: storingPeers,

  async prepare(peer, folder, extent) {
    const first = await peer.start(folder)
    const [small, old, typed] = [await first.create(), await first.create(), await first.create()]
    await fill(first.door(old), peer.dialect, longPast(extent))
    await first.stop()
    const second = await peer.start(folder)
    await typeUp(second.door(typed), peer.dialect, { clients: freshClients(typists), keys: keysOf(extent) / typists })
    // What Colophon has shown to others it has stored. The others need to be asked to.
    await second.stop(peer.id === 'colophon' ? 'SIGKILL' : 'SIGTERM')
    await writeRecords(folder, { small: [small], old: [old], typed: [typed] })
  },

  async run(peer, folder, extent) {
    const newClocks = clocksIn(newRecord)
    const oldClocks = newClocks + longPast(extent).clocks
    const typedClocks = newClocks + keysOf(extent)
    return {
      oneMs: await open(peer, folder, { record: 'old', clocks: oldClocks, people: 1 }),
      fiftyMs: await open(peer, folder, { record: 'old', clocks: oldClocks, people: 50 }),
      // Last: to open it may be to tidy it up.
      typedMs: await open(peer, folder, { record: 'typed', clocks: typedClocks, people: 1 }),
    }
  },
}

const typists = 10
const keysOf = (extent: Extent) => (extent === 'full' ? 30_000 : 10_000)
const longPast = (extent: Extent) => writeHistory(extent === 'full' ? 260_000 : 60_000)

/** @returns processor time of the server until all have the record, milliseconds. */
async function open(
  peer: Peer,
  folder: string,
  { record, clocks, people }: { record: string; clocks: number; people: number },
): Promise<number> {
  const running = await peer.start(folder)
  const [smallId = ''] = await readRecords(folder, 'small')
  const [recordId = ''] = await readRecords(folder, record)
  const { dialect } = peer
  // The first socket of a process pays for code that is not compiled yet; that is not what is asked here.
  const early = await join({ door: running.door(smallId), dialect })
  await wait(settleMs)
  const before = cpuNs(running.pid)
  const door = running.door(recordId)
  const everybody = await Promise.all(
    Array.from({ length: people }, () => join({ door, dialect, isAnswer: wholeOf(clocks) })),
  )
  await wait(settleMs / 4)
  const cpuMs = (cpuNs(running.pid) - before) / 1_000_000
  for (const participant of [early, ...everybody]) participant.leave()
  await running.stop('SIGKILL')
  return cpuMs
}

const settleMs = 400

const clocksIn = (update: Uint8Array) => runsOf(update).reduce((sum, { from, to }) => sum + to - from, 0)
