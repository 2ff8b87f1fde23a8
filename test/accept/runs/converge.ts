import { setTimeout as pause } from 'node:timers/promises'
import * as prng from 'lib0/prng'
import { type RunningServer, startServer } from '../../server.js'
import { branch } from '../chance.js'
import type { Member } from '../clients/member.js'
import { setUpWorkspace } from '../clients/workspace.js'
import { startLine } from '../faults/line.js'
import type { Run, RunContext } from '../run.js'
import { compare } from './converge/compare.js'
import { createEditor } from './converge/editor.js'
import { keepConnected, type Peer } from './converge/peer.js'
import { keepStock } from './converge/stock-peer.js'

export const converge: Run = {
  name: 'converge',
  rules: ['S1', 'S2', 'T6', 'T8'],
  about: 'lets 2 to 8 peers edit and undo at random over lines that break, while the server restarts, and compares',
  async perform(context) {
    const meetings = context.long ? 8 : 1
    for (let meeting = 0; meeting < meetings; meeting += 1) await meet(context)
    context.figure('meetings after which all documents and all printed files were the same', meetings)
  },
}

async function meet(context: RunContext): Promise<void> {
  const { chance, figure, long } = context
  const server = await startServer()
  context.defer(() => server.stop())
  const { admin, join } = await setUpWorkspace(server)
  const recordId = await admin.createRecord('Converges')
  const members = [admin]
  const count = long ? prng.int32(chance, 2, 8) : 4
  while (members.length < count) members.push(await join(`Peer ${members.length}`))
  const peers: Peer[] = []
  for (const member of members) peers.push(await seat(context, server, member, recordId, peers.length === 1))

  const operations = long ? prng.int32(chance, 500, 1_500) : 500
  const acting = Promise.all(peers.map((peer) => edit(peer, operations / count, branch(chance))))
  const done = await disturb(server, peers, branch(chance), acting)
  await acting
  for (const { line } of peers) line.setDead(false)

  await compare(context, peers, admin, recordId)
  await server.end('SIGKILL')
  await server.start()
  await compare(context, peers, admin, recordId)
  figure(`${count} peers`, `${operations} operations, ${done.cuts} broken lines, ${done.restarts} restarts`)
}

/** Gives somebody a line to the server; one of them has y-websocket's own client, as it comes. */
async function seat(
  { chance, defer }: RunContext,
  { url }: RunningServer,
  member: Member,
  recordId: string,
  isStock: boolean,
): Promise<Peer> {
  const line = await startLine(url, branch(chance), prng.int32(chance, 0, 30))
  defer(() => line.close())
  const peer = await (isStock ? keepStock : keepConnected)({ url, member, recordId, line, chance: branch(chance) })
  defer(() => peer.end())
  return peer
}

async function edit(peer: Peer, operations: number, chance: prng.PRNG): Promise<void> {
  const editor = createEditor(peer.doc, branch(chance))
  for (let done = 0; done < operations; done += 1) {
    editor.act()
    await pause(prng.real53(chance) * 30)
  }
}

/** Breaks lines, leaves some dead for a while, and restarts the server, for as long as anybody acts. */
async function disturb(server: RunningServer, peers: Peer[], chance: prng.PRNG, acting: Promise<unknown>) {
  const done = { cuts: 0, restarts: 0 }
  let over = false
  const end = acting.finally(() => {
    over = true
  })
  while (!over) {
    await Promise.race([end, pause(20 + prng.real53(chance) * 100)])
    const { line } = prng.oneOf(chance, peers)
    const kind = prng.int32(chance, 0, 7)
    if (kind === 0 && done.restarts < maxRestarts) {
      await server.end(prng.bool(chance) ? 'SIGKILL' : 'SIGTERM')
      await server.start()
      done.restarts += 1
    } else {
      if (kind < 5) line.cut()
      else line.setDead(!prng.bool(chance))
      done.cuts += 1
    }
  }
  return done
}

/** Each takes a second or more, in which nobody's edits meet. */
const maxRestarts = 3
