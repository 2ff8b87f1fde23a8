import { setTimeout as wait } from 'node:timers/promises'
import { createSprinter, type Sprinter } from '../clients/sprinter.js'
import { startMeter } from '../meters/meter.js'
import { everyPeer, type Scenario } from '../scenario.js'
import { createArrivals } from '../traffic/arrivals.js'
import { freshClients } from '../traffic/keystrokes.js'

/** Thirty people in one record, each typing as fast as the others get it. @see docs/spec.md P2 */
export const flatOut: Scenario = {
  id: 'flat-out',
  peers: everyPeer,
  async run(peer, folder, extent) {
    const running = await peer.start(folder)
    const door = running.door(await running.create())
    const arrivals = createArrivals()
    const keys = extent === 'full' ? 20_000 : 10_000
    const sprinters: Sprinter[] = []
    for (const client of freshClients(writers)) {
      sprinters.push(await createSprinter({ door, dialect: peer.dialect, arrivals, client, keys, ahead: 100 }))
    }
    // Each writer's pace is set by somebody else who reads: the next one round the table.
    const finished = Promise.race(
      sprinters.map((sprinter, index) => sprinter.run(sprinters[(index + 1) % writers] ?? sprinter)),
    )
    await Promise.race([wait(warmMs), finished])
    const received = () => sprinters.reduce((sum, sprinter) => sum + sprinter.received(), 0)
    const before = received()
    const meter = startMeter(running.pid)
    await Promise.race([wait(extent === 'full' ? 4_000 : 2_000), finished])
    const delivered = received() - before
    const { tookMs, cpuUs, ...shares } = meter()
    for (const sprinter of sprinters) sprinter.leave()
    await running.stop('SIGKILL')
    return {
      deliveriesPerSecond: (delivered / tookMs) * 1_000,
      cpuPerDeliveryUs: cpuUs / delivered,
      ...shares,
    }
  },
}

const writers = 30
const warmMs = 1_000
