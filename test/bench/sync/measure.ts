import { z } from 'zod'
import type { Figures, Scenario } from './scenario.js'
import { scenarios } from './scenarios.js'
import { reportChildren } from './servers/children.js'
import type { Peer } from './servers/peer.js'
import { peers } from './servers/peers.js'

// A process of its own for each repetition, pinned to the load's processor: `measure.ts prepare|run SCENARIO PEER FOLDER full|quick`.
process.once('SIGTERM', () => process.exit(1))
process.once('SIGINT', () => process.exit(1))
process.once('disconnect', () => process.exit(1))
reportChildren((news) => void process.send?.(news))

const [verb, scenarioId, peerId, folder, extent] = z
  .tuple([z.enum(['prepare', 'run']), z.string(), z.string(), z.string(), z.enum(['full', 'quick'])])
  .parse(process.argv.slice(2))

const scenario = scenarios.find(({ id }) => id === scenarioId)
const peer = peers.find(({ id }) => id === peerId)
if (scenario === undefined || peer === undefined) throw new Error(`There is no ${scenarioId} or no ${peerId}.`)

const figures = verb === 'run' ? await scenario.run(peer, folder, extent) : await prepare(scenario, peer)
process.send?.({ figures }, () => process.exit(0))

async function prepare(scenario: Scenario, peer: Peer): Promise<Figures> {
  if (scenario.prepare !== undefined) await scenario.prepare(peer, folder, extent)
  else await (await peer.start(folder)).stop()
  return {}
}
