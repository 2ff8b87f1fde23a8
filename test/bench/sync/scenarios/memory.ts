import { setTimeout as wait } from 'node:timers/promises'
import { fill } from '../clients/filling.js'
import { joinAll } from '../clients/participant.js'
import { readRecords, writeRecords } from '../records-file.js'
import { type Extent, everyPeer, type Scenario } from '../scenario.js'
import type { Memory } from '../servers/peer.js'
import { writeHistory } from '../traffic/history.js'

/** What open records, and idle people in them, take of memory. @see docs/spec.md P5 */
export const memory: Scenario = {
  id: 'memory',
  peers: everyPeer,

  async prepare(peer, folder, extent) {
    const running = await peer.start(folder)
    const [small, large]: [string[], string[]] = [[await running.create()], []]
    const past = writeHistory(editsOf50Kb)
    while (peer.keeps && large.length < recordsOf(extent)) {
      const recordId = await running.create()
      await fill(running.door(recordId), peer.dialect, past)
      large.push(recordId)
    }
    await running.stop()
    await writeRecords(folder, { small, large })
  },

  async run(peer, folder, extent) {
    const running = await peer.start(folder, { probe: true })
    const doorOf = (recordId: string) => ({ door: running.door(recordId), dialect: peer.dialect })
    const [smallId = ''] = await readRecords(folder, 'small')
    const large = await readRecords(folder, 'large')
    const people = Array.from({ length: peopleOf(extent) }, () => doorOf(smallId))

    // What a crowd needs once (code, pools, a heap that has room for what comes in at a time) is nobody's.
    const early = await joinAll(people.slice(0, people.length / 4))
    const empty = await settled(running.memory)
    const idle = await joinAll(people)
    const withPeople = await settled(running.memory)
    const readers = await joinAll(large.map(doorOf))
    const withRecords = await settled(running.memory)

    for (const participant of [...early, ...idle, ...readers]) participant.leave()
    await running.stop('SIGKILL')

    const each = (after: number, before: number, count: number) => (after - before) / 1_024 / count
    const connectionKb = each(withPeople.resident, empty.resident, people.length)
    const heldByConnectionKb = each(withPeople.held, empty.held, people.length)
    return {
      connectionKb,
      heldByConnectionKb,
      ...(peer.keeps && {
        recordKb: each(withRecords.resident, withPeople.resident, large.length) - connectionKb,
        heldByRecordKb: each(withRecords.held, withPeople.held, large.length) - heldByConnectionKb,
      }),
    }
  },
}

/** With what a new record has to begin with. */
const editsOf50Kb = 31_000
const recordsOf = (extent: Extent) => (extent === 'full' ? 200 : 60)
const peopleOf = (extent: Extent) => (extent === 'full' ? 2_000 : 400)

/** Long enough for a server to put away what it held only to answer. */
async function settled(read: () => Promise<Memory>): Promise<Memory> {
  await wait(quietMs)
  return read()
}

const quietMs = 2_500
