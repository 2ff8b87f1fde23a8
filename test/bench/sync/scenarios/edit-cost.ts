import { setTimeout as wait } from 'node:timers/promises'
import { fill } from '../clients/filling.js'
import { pace } from '../clients/pace.js'
import { openMeeting, sitDown } from '../clients/typist.js'
import { cpuNs, writtenBytes } from '../meters/usage.js'
import { readRecords, writeRecords } from '../records-file.js'
import type { Scenario } from '../scenario.js'
import type { Peer } from '../servers/peer.js'
import { writeHistory } from '../traffic/history.js'
import { freshClients } from '../traffic/keystrokes.js'

/** Slow typists, each alone in a record, a new one (13 KB) or one of 1 MB: what does an edit cost until it is stored? @see docs/spec.md P6 */
export const editCost: Scenario = {
  id: 'edit-cost',
  peers: ['hocuspocus', 'colophon'],

  async prepare(peer, folder) {
    const running = await peer.start(folder)
    const made: Record<string, string[]> = {}
    for (const [size, edits] of Object.entries(editsOf)) {
      const past = writeHistory(edits)
      const recordIds: string[] = []
      while (recordIds.length < records) {
        const recordId = await running.create()
        if (edits > 0) await fill(running.door(recordId), peer.dialect, past)
        recordIds.push(recordId)
      }
      made[size] = recordIds
    }
    await running.stop()
    await writeRecords(folder, made)
  },

  async run(peer, folder) {
    const small = await costOfAnEdit(peer, folder, 'small')
    const large = await costOfAnEdit(peer, folder, 'large')
    return {
      smallCpuMs: small.cpuMs,
      largeCpuMs: large.cpuMs,
      smallWrittenKb: small.writtenKb,
      largeWrittenKb: large.writtenKb,
    }
  },
}

const editsOf = { small: 0, large: 950_000 }
const records = 10

async function costOfAnEdit(peer: Peer, folder: string, size: keyof typeof editsOf) {
  const running = await peer.start(folder)
  const notebook = { isOpen: false, edits: 0, carets: 0, latenciesMs: [] }
  const windowMs = 2 * everyMs
  const keys = Math.ceil((warmMs + windowMs) / everyMs)
  const recordIds = await readRecords(folder, size)
  const typists = await Promise.all(
    recordIds.map((recordId) => {
      const [client = 0] = freshClients(1)
      return sitDown(openMeeting(running.door(recordId), peer.dialect), notebook, { client, keys })
    }),
  )
  const typing = pace(
    typists.flatMap(({ press }, person) =>
      Array.from({ length: keys }, (_, key) => ({ atMs: (key + person / records) * everyMs, act: press })).filter(
        ({ atMs }) => atMs < warmMs + windowMs,
      ),
    ),
  )
  await wait(warmMs)
  const before = { cpu: cpuNs(running.pid), written: writtenBytes(running.pid) }
  await wait(windowMs)
  const edits = (windowMs / everyMs) * records
  const cpuMs = (cpuNs(running.pid) - before.cpu) / 1_000_000 / edits
  const writtenKb = (writtenBytes(running.pid) - before.written) / 1_024 / edits
  await typing
  for (const { participant } of typists) participant.leave()
  await running.stop('SIGKILL')
  return { cpuMs, writtenKb }
}

/** So slow that a server which waits for a pause before it stores has one after every edit. */
const everyMs = 2_500
/** Longer than such a server waits. */
const warmMs = 3_000
