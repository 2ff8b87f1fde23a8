import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RepetitionFailed, repeat } from './repetition.js'
import type { Extent, Figures, Scenario } from './scenario.js'
import type { PeerId } from './servers/peer.js'

/** What came out of a scenario: the figures of each repetition, for each peer. */
export interface Outcome {
  readonly scenario: string
  readonly figures: ReadonlyMap<PeerId, readonly Figures[]>
  /** Why figures are missing, where they are. */
  readonly failures: readonly string[]
}

export interface CampaignOptions {
  readonly peers: readonly PeerId[]
  readonly repetitions: number
  readonly extent: Extent
  readonly stop: AbortSignal
  readonly say: (line: string) => void
}

/**
 * Measures one scenario on all peers in turn, again and again, so that what else the machine does meets all alike.
 * Each repetition has a copy of the same data on the same disk.
 */
export async function conduct(scenario: Scenario, options: CampaignOptions): Promise<Outcome> {
  const { repetitions, extent, stop, say } = options
  const folder = await mkdtemp(join(tmpdir(), 'colophon-bench-'))
  const figures = new Map<PeerId, Figures[]>()
  const failures: string[] = []
  try {
    const peers = scenario.peers.filter((id) => options.peers.includes(id))
    for (const peer of peers) await attempt(() => prepare(peer))
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      // Another one begins each time: going first is going on a cooler machine.
      for (const peer of rotated([...figures.keys()], repetition)) await attempt(() => run(peer, repetition))
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return { scenario: scenario.id, figures, failures }

  /** A peer that fails leaves a gap in the table; the others are measured all the same. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      stop.throwIfAborted()
      if (!(error instanceof RepetitionFailed)) throw error
      failures.push(error.message)
    }
  }

  async function prepare(peer: PeerId): Promise<void> {
    const prepared = join(folder, peer)
    await mkdir(prepared)
    await repeat({ verb: 'prepare', scenario: scenario.id, peer, folder: prepared, extent }, stop)
    figures.set(peer, [])
  }

  async function run(peer: PeerId, repetition: number): Promise<void> {
    const copy = join(folder, `${peer}-${repetition}`)
    await cp(join(folder, peer), copy, { recursive: true })
    const result = await repeat({ verb: 'run', scenario: scenario.id, peer, folder: copy, extent }, stop)
    figures.get(peer)?.push(result)
    say(`${scenario.id} ${repetition + 1}/${repetitions} ${peer.padEnd(12)} ${short(result)}`)
    await rm(copy, { recursive: true })
  }
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const first = by % Math.max(1, list.length)
  return [...list.slice(first), ...list.slice(0, first)]
}

function short(figures: Figures): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${value.toPrecision(3)}`)
    .join(', ')
}
