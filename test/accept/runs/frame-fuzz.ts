import { readdir } from 'node:fs/promises'
import * as prng from 'lib0/prng'
import * as Y from 'yjs'
import { startServer } from '../../server.js'
import { branch } from '../chance.js'
import type { Member } from '../clients/member.js'
import { setUpWorkspace } from '../clients/workspace.js'
import { forgetMost, megabytes, memoryOf } from '../measure/memory.js'
import { judgeStall, startProber } from '../measure/prober.js'
import type { Run, RunContext } from '../run.js'
import { knock } from './frame-fuzz/knock.js'
import { createMutator } from './frame-fuzz/mutator.js'

export const frameFuzz: Run = {
  name: 'frame-fuzz',
  rules: ['A1', 'A6'],
  about: 'sends broken frames by the ten thousand, signed in and not, and watches another room',
  async perform(context) {
    const { chance, defer, figure, holds, long } = context
    const server = await startServer()
    defer(() => server.stop())
    const workspace = await setUpWorkspace(server)
    const prober = await startProber(context, server, await workspace.join('Prober'))
    let attackers = 0
    const newcomer = () => {
      attackers += 1
      return workspace.join(`Mallory ${attackers}`)
    }
    const recordId = await workspace.admin.createRecord('Fuzzed')
    await prober.figures()
    await forgetMost(server.pid)
    const before = await memoryOf(server.pid)

    const files = await readdir(server.dataDir, { recursive: true })
    const strangers = await knock(context, server.url, recordId, long ? 2_000 : 150)
    const isTraceless = (await readdir(server.dataDir, { recursive: true })).join() === files.join()
    holds('A1', isTraceless, 'A stranger left something on the disk')
    figure('upgrades asked for by strangers, all refused', strangers)
    const frames = long ? 50_000 : 4_000
    const tally = new Map<string, number>()
    await Promise.all(
      Array.from({ length: atOnce }, () =>
        attack({ newcomer, recordId, frames: frames / atOnce, chance: branch(chance), tally }),
      ),
    )
    figure('frames', frames)
    figure('sockets, by how they were closed', [...tally].map(([code, count]) => `${code} × ${count}`).join(', '))
    judgeStall(context, await prober.figures())
    const after = await memoryOf(server.pid)
    if (before && after) {
      figure(
        'memory',
        `${megabytes(before.now)} before, ${megabytes(after.most)} at most, ${megabytes(after.now)} after`,
      )
      holds('A6', after.most - before.now < grownBytes, `The server’s memory grew to ${megabytes(after.most)}`)
    }
    holds('A6', ![...tally.keys()].some((code) => code === '1006'), 'A socket was torn instead of closed')
    await isSound(context, workspace.admin, recordId, async () => {
      await server.end('SIGKILL')
      await server.start()
    })
  },
}

const grownBytes = 400e6

const atOnce = 8
/** Fewer than one person may ask for at once; then somebody else goes on. */
const socketsEach = 250

interface Attack {
  newcomer: () => Promise<Member>
  recordId: string
  frames: number
  chance: prng.PRNG
  tally: Map<string, number>
}

/** Sends frame after frame, on a new socket whenever one was closed, and waits each time until the server has had its say. */
async function attack({ newcomer, recordId, frames, chance, tally }: Attack): Promise<void> {
  const mutator = createMutator(chance)
  let attacker = await newcomer()
  let sockets = 0
  for (let sent = 0; sent < frames; ) {
    sockets += 1
    if (sockets % socketsEach === 0) attacker = await newcomer()
    const client = await attacker.open(recordId, { part: 'listener' })
    while (sent < frames && client.isOpen()) {
      for (let burst = prng.int32(chance, 1, 4); burst > 0; burst -= 1) {
        const frame = mutator.next()
        if (frame === 'text') client.socket.send('text')
        else client.send(frame)
        sent += 1
      }
      await Promise.race([client.sync().catch(() => undefined), client.closed])
    }
    const isOver = client.isOpen()
    if (isOver) client.close()
    const { code } = await client.closed
    if (!isOver) tally.set(String(code), (tally.get(String(code)) ?? 0) + 1)
  }
}

/** Whatever got in was an edit like any other: who opens the record reads it, before and after a restart alike. */
async function isSound(
  { holds }: RunContext,
  member: Member,
  recordId: string,
  restart: () => Promise<void>,
): Promise<void> {
  const read = async () => {
    const client = await member.open(recordId, { part: 'listener' })
    await client.sync()
    client.close()
    return client.doc
  }
  // What was taken before this edit is stored, and to be seen, once this edit is.
  const honest = await member.open(recordId)
  await honest.sync()
  honest.doc.getMap('ticks').set('t1', true)
  await honest.allSaved()
  honest.close()
  const before = await read()
  holds(
    'A6',
    (await member.markdown(recordId)).includes('Implementation Record'),
    'The fuzzed record cannot be exported',
  )
  await restart()
  holds(
    'A6',
    Y.equalSnapshots(Y.snapshot(before), Y.snapshot(await read())),
    'The fuzzed record changed over a restart',
  )
}
