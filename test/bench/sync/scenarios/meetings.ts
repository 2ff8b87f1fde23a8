import { measureTyping } from '../clients/typing.js'
import { everyPeer, type Scenario } from '../scenario.js'

/** Four meetings of thirty people, each with five edits a second. @see docs/spec.md P1, P3 */
export const meetings: Scenario = {
  id: 'meetings',
  peers: everyPeer,
  async run(peer, folder, extent) {
    const running = await peer.start(folder)
    const recordIds = await Promise.all([0, 1, 2, 3].map(() => running.create()))
    const windowMs = extent === 'full' ? 5_000 : 3_000
    const figures = await measureTyping(peer, running, { recordIds, people: 30, everyMs: 200, windowMs })
    await running.stop()
    return figures
  },
}
