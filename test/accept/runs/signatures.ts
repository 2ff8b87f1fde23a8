import { setTimeout as pause } from 'node:timers/promises'
import * as prng from 'lib0/prng'
import { startServer } from '../../server.js'
import { setUpWorkspace } from '../clients/workspace.js'
import type { Run, RunContext } from '../run.js'
import { type Desk, openDesk } from './signatures/desk.js'
import { followEdits } from './signatures/follow.js'
import { auditLog } from './signatures/log.js'
import { createStory } from './signatures/story.js'

const names = ['Grace', 'Edsger', 'Barbara', 'Donald']

export const signatures: Run = {
  name: 'signatures',
  rules: ['G2', 'G3', 'G4', 'G6'],
  about:
    'kills the server while people sign, and checks every log; then edits a signed record and times how all hear of it',
  async perform(context) {
    const server = await startServer()
    context.defer(() => server.stop())
    const { admin, join } = await setUpWorkspace(server)
    const signers = []
    for (const name of names) signers.push(await join(name))
    const desk = await openDesk(admin, signers)
    await signUntilKilled(context, desk, {
      kill: () => server.end('SIGKILL'),
      start: () => server.start(),
      rounds: context.long ? 40 : 3,
    })
    await followEdits(context, desk, context.long ? 200 : 20)
  },
}

interface Ordeal {
  readonly rounds: number
  kill(): Promise<unknown>
  start(): Promise<unknown>
}

async function signUntilKilled({ chance, figure, holds }: RunContext, desk: Desk, ordeal: Ordeal): Promise<void> {
  const story = createStory()
  for (let round = 0; round < ordeal.rounds; round += 1) {
    const killed = story
      .heardMore(prng.int32(chance, 3, 25))
      .then(() => pause(prng.real53(chance) * 30))
      .then(ordeal.kill)
    await Promise.all(desk.seats.map((seat) => story.signUntilGone(seat, desk)))
    await killed
    await ordeal.start()
    const { entries, verdict } = await auditLog(desk)
    holds('G6', verdict.kind === 'whole', `After a kill the log is ${JSON.stringify(verdict)}`)
    const missing = story.missingIn(entries)
    holds('G4', missing.length === 0, `Decisions were acknowledged and are not in the log: ${missing.join(', ')}`)
    const wrong = story.differing(entries, await desk.ledger())
    holds('G6', wrong.length === 0, `The ledger does not say what the log says of ${wrong.join(', ')}`)
  }
  figure('times the server was killed while people signed', ordeal.rounds)
  figure('decisions acknowledged', `${story.acknowledged()}, missing: 0`)
  figure('decisions in the log that nobody heard of before the end', story.unheard())
  holds('G4', story.acknowledged() > ordeal.rounds, 'Hardly anything was signed')
}
