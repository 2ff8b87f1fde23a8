import { randomBytes } from 'node:crypto'
import type { Position } from '@colophon/protocol'

/** One run of the server over a record: its id, and the number of the first entry it wrote. */
export interface Epoch {
  readonly id: string
  readonly from: number
}

/** A record's past: the runs that wrote to it, oldest first. */
export type Epochs = readonly Epoch[]

export function newEpochId(): string {
  return randomBytes(9).toString('base64url')
}

/**
 * Whether a past that ends with entry `last` leads through `position`. A record that was put back from a backup has no
 * entries of what was lost: the runs since then are not among its own, and the one it was taken from ends earlier.
 * @see docs/spec.md D8
 */
export function leadsThrough(epochs: Epochs, last: number, { epoch, entry }: Position): boolean {
  const index = epochs.findIndex(({ id }) => id === epoch)
  if (index < 0) return false
  const next = epochs[index + 1]
  return entry <= (next === undefined ? last : next.from - 1)
}

/** The epochs up to entry `last`; of years of daily restarts the newest, which is where browsers have been. */
export function epochsUntil(epochs: Epochs, last: number): Epochs {
  return epochs.filter(({ from }) => from <= last).slice(-keptEpochs)
}

const keptEpochs = 1_000
