import { type CampaignOptions, conduct, type Outcome } from './campaign.js'
import { installPeers } from './install.js'
import { conditionsOf } from './report/conditions.js'
import type { Findings } from './report/document.js'
import { loadBefore, machineText, versions } from './report/machine.js'
import { rows } from './report/rows.js'
import { standingsOf } from './report/standing.js'
import { missesOf, tableOf } from './report/table.js'
import type { Scenario } from './scenario.js'

/** Measures scenarios on peers, one after the other; a peer that cannot be installed is left out, and named. */
export async function compare(scenarios: readonly Scenario[], options: CampaignOptions): Promise<Findings> {
  const load = loadBefore()
  const peers = installPeers(options.peers, options.say)
  const outcomes: Outcome[] = []
  for (const scenario of scenarios) {
    const start = performance.now()
    outcomes.push(await conduct(scenario, { ...options, peers }))
    options.say(`${scenario.id} took ${Math.round((performance.now() - start) / 1_000)} s`)
  }
  const standings = standingsOf(rows, outcomes)
  const missing = options.peers.filter((peer) => !peers.includes(peer))
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: await machineText(),
    versions: versions(peers),
    repetitions: options.repetitions,
    loadBefore: load,
    table: tableOf(standings),
    misses: missesOf(standings),
    failures: [
      ...missing.map((peer) => `${peer} could not be installed.`),
      ...outcomes.flatMap(({ failures }) => failures),
    ],
    conditions: conditionsOf(outcomes),
  }
}
