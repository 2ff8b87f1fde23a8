import { setTimeout as wait } from 'node:timers/promises'
import { pace } from '../clients/pace.js'
import { sitDownToSave } from '../clients/saving-typist.js'
import { startMeter } from '../meters/meter.js'
import { percentile } from '../meters/statistics.js'
import type { Scenario } from '../scenario.js'
import { freshClients } from '../traffic/keystrokes.js'

/** Fifty people in one record, five edits a second each: when is an edit on disk, and its author told? @see docs/spec.md P6 */
export const durable: Scenario = {
  id: 'durable',
  peers: ['colophon'],
  async run({ dialect, start }, folder, extent) {
    const running = await start(folder)
    const door = running.door(await running.create())
    const keys = (warmMs + (extent === 'full' ? 5_000 : 3_000)) / everyMs
    const latenciesMs: number[] = []
    let warmAt = Number.POSITIVE_INFINITY
    const onSaved = (pressedAt: number, savedAt: number) => {
      if (pressedAt >= warmAt) latenciesMs.push(savedAt - pressedAt)
    }
    const typists = await Promise.all(
      freshClients(people).map((client) => sitDownToSave({ door, dialect, client, keys, onSaved })),
    )
    warmAt = performance.now() + warmMs
    const meter = startMeter(running.pid)
    await pace(
      typists.flatMap(({ press }, person) =>
        Array.from({ length: keys }, (_, key) => ({ atMs: (key + person / people) * everyMs, act: press })),
      ),
    )
    const { serverShare, loadShare, strangersShare } = meter()
    await wait(lastAnswersMs)
    for (const { participant } of typists) participant.leave()
    await running.stop()
    return {
      p50Ms: percentile(latenciesMs, 0.5),
      p99Ms: percentile(latenciesMs, 0.99),
      worstMs: percentile(latenciesMs, 1),
      serverShare,
      loadShare,
      strangersShare,
    }
  },
}

const people = 50
const everyMs = 200
const warmMs = 1_000
const lastAnswersMs = 500
