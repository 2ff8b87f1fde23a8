import { setTimeout as pause } from 'node:timers/promises'
import * as prng from 'lib0/prng'
import { type Ending, type RunningServer, ServerEnded, startServer } from '../../server.js'
import { branch } from '../chance.js'
import { setUpWorkspace } from '../clients/workspace.js'
import { type PowerCut, preparePowerCut } from '../faults/power-cut.js'
import { spreadOf } from '../measure/figures.js'
import { type Run, type RunContext, seconds } from '../run.js'
import { auditRecord } from './kill9/audit.js'
import { createTally } from './kill9/tally.js'
import { typeUntilCut } from './kill9/typing.js'
import { wordsIn } from './kill9/words.js'

const names = ['Grace', 'Edsger', 'Barbara']

export const kill9: Run = {
  name: 'kill9',
  rules: ['D1', 'D2', 'D7'],
  about: 'ends the server at random moments while people type, and looks for what it had called saved or shown around',
  async perform(context) {
    const { long } = context
    await endAgainAndAgain(context, { name: 'SIGKILL', rounds: long ? 60 : 3 })
    const powerCut = await preparePowerCut(context)
    await endAgainAndAgain(context, { name: 'power cut', rounds: long ? 20 : 2, powerCut })
  },
}

interface Ordeal {
  name: string
  rounds: number
  /** Takes away what was not synced, each time. */
  powerCut?: PowerCut
}

async function endAgainAndAgain(context: RunContext, { name, rounds, powerCut }: Ordeal): Promise<void> {
  const { chance, figure, holds, long } = context
  const server = await startServer(powerCut?.options)
  context.defer(() => server.stop())
  const { admin, join } = await setUpWorkspace(server)
  const writers = [admin]
  for (const name of names) writers.push(await join(name))
  const recordIds = [await admin.createRecord('Killed'), await admin.createRecord('Killed as well')]
  const tally = createTally(recordIds)
  const startMs: number[] = []
  let killedWhileStarting = 0

  for (let round = 0; round < rounds; round += 1) {
    const kill = createKill(server, prng.int32(chance, 5, long ? 400 : 120), prng.real53(chance) * 4)
    const typing = { writers, tally, onSaved: kill.count }
    await Promise.all(
      recordIds.map((recordId, index) =>
        typeUntilCut({ ...typing, recordId, round: `${round}x${index}`, chance: branch(chance) }),
      ),
    )
    holds('D2', (await kill.ending)?.signal === 'SIGKILL', 'The server ended by itself, before it was killed')
    await powerCut?.strike(server.dataDir)
    if (prng.real53(chance) < 0.25) {
      await killWhileStarting(server, chance)
      await powerCut?.strike(server.dataDir)
      killedWhileStarting += 1
    }
    const since = performance.now()
    await server.start()
    for (const recordId of recordIds) tally.audit(recordId, await auditRecord(admin, recordId))
    startMs.push(performance.now() - since)
  }
  for (const recordId of recordIds) tally.audit(recordId, new Set(wordsIn(await admin.markdown(recordId))))

  const { typed, acknowledged, seen, lost, vanished } = tally.totals()
  const start = spreadOf(startMs)
  figure(`${name}, times`, `${rounds} while people typed, ${killedWhileStarting} while the server started`)
  figure(`${name}, edits called saved`, `${acknowledged}, lost: ${lost.length}`)
  figure(`${name}, edits seen by others`, `${seen}, lost: ${vanished.length}`)
  figure(`${name}, edits not yet called saved at the end`, typed - acknowledged)
  figure(`${name}, from start to a synced record`, `median ${seconds(start.p50)}, worst ${seconds(start.worst)}`)
  holds('D2', lost.length === 0, `Edits were called saved and are gone: ${lost.slice(0, 5).join(' ')} …`)
  holds('D7', vanished.length === 0, `Edits were seen and are gone: ${vanished.slice(0, 5).join(' ')} …`)
  holds('D2', acknowledged > rounds * 5, 'Hardly any edit was saved before the end')
  holds('D2', start.worst < tooLongMs, `The server needed ${seconds(start.worst)} to serve again`)
}

/** The goal is two seconds; on a machine that is busy with other things only far more is a fault. */
const tooLongMs = 60_000

/** Kills the server once so many edits are called saved, and a little later; until then `ending` is nothing. */
function createKill(server: RunningServer, after: number, lateMs: number) {
  let saved = 0
  const kill = {
    ending: Promise.resolve<Ending | undefined>(undefined),
    count(more: number) {
      if (saved < after && saved + more >= after) kill.ending = pause(lateMs).then(() => server.end('SIGKILL'))
      saved += more
    },
  }
  return kill
}

async function killWhileStarting(server: RunningServer, chance: prng.PRNG): Promise<void> {
  const timer = setTimeout(() => server.end('SIGKILL'), prng.real53(chance) * 1500)
  try {
    await server.start()
    await server.end('SIGKILL')
  } catch (error) {
    if (!(error instanceof ServerEnded)) throw error
  } finally {
    clearTimeout(timer)
  }
}
