import { measureTyping } from '../clients/typing.js'
import { readRecords, writeRecords } from '../records-file.js'
import { type Extent, everyPeer, type Scenario } from '../scenario.js'

/** Five hundred records of four people, with an edit a second in each. @see docs/spec.md P1 */
export const quiet: Scenario = {
  id: 'quiet',
  peers: everyPeer,

  async prepare(peer, folder, extent) {
    const running = await peer.start(folder)
    const recordIds: string[] = []
    while (recordIds.length < records(extent)) {
      recordIds.push(...(await Promise.all(Array.from({ length: createdAtOnce }, running.create))))
    }
    await running.stop()
    await writeRecords(folder, { quiet: recordIds })
  },

  async run(peer, folder, extent) {
    const recordIds = await readRecords(folder, 'quiet')
    const running = await peer.start(folder)
    const windowMs = extent === 'full' ? 4_000 : 3_000
    const figures = await measureTyping(peer, running, { recordIds, people: 4, everyMs: 4_000, windowMs })
    await running.stop()
    return figures
  },
}

const createdAtOnce = 10
const records = (extent: Extent) => (extent === 'full' ? 500 : 200)
