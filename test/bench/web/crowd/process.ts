import { once } from 'node:events'
import { pace } from '../../sync/clients/pace.js'
import { openMeeting, sitDown } from '../../sync/clients/typist.js'
import { colophon } from '../../sync/traffic/dialect.js'
import { freshClients } from '../../sync/traffic/keystrokes.js'
import type { CrowdNews, CrowdTask } from './task.js'

const { seats, everyMs, forMs }: CrowdTask = JSON.parse(process.argv[2] ?? '{}')
const keys = Math.ceil(forMs / everyMs)
const clients = freshClients(seats.length)
const notebook = { isOpen: false, edits: 0, carets: 0, latenciesMs: [] }
const pressedAt: number[] = []

process.on('disconnect', () => process.exit())
const typists = await Promise.all(
  seats.map(({ door, slot }, seat) =>
    sitDown(openMeeting(door, colophon), notebook, { client: clients[seat] ?? 0, keys, slot }),
  ),
)
tell({ kind: 'seated' })
await once(process, 'message')
await pace(
  typists.flatMap(({ press }, seat) =>
    Array.from({ length: keys }, (_, key) => ({
      // Everybody starts at another moment: people are not in step.
      atMs: (key + seat / seats.length) * everyMs,
      act() {
        if (seat === 0) pressedAt.push(performance.timeOrigin + performance.now())
        press()
      },
    })),
  ),
)
for (const { participant } of typists) participant.leave()
tell({ kind: 'done', pressedAt })

function tell(news: CrowdNews): void {
  process.send?.(news)
}
