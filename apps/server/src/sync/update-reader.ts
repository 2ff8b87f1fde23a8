import * as decoding from 'lib0/decoding'
import { readStruct } from './struct-reader.js'
import { BadFrame } from './sync-error.js'

/** What an update claims, read without applying it. */
export interface UpdateFacts {
  runs: Run[]
  deletes: DeleteRange[]
}

/** Consecutive structs of one client, `from` (inclusive) to `to` (exclusive). */
export interface Run {
  client: number
  from: number
  to: number
  /** By ascending `at`; only what an earlier one of this run does not imply. */
  dependencies: Dependency[]
}

/** The struct at clock `at` stands on the struct at `clock` of `client`. */
export interface Dependency {
  at: number
  client: number
  clock: number
}

/** Clocks `from` (inclusive) to `to` (exclusive) of `client` are deleted. */
export interface DeleteRange {
  client: number
  from: number
  to: number
}

/**
 * Reads a Yjs update (format v1) in one pass that allocates no more than the bytes warrant.
 * Structs that were left out ("skips") become a dependency on their own client, which only a state that has them meets.
 * @throws BadFrame where Yjs could not have written it
 * @see docs/spec.md A6, S6
 */
export function readUpdate(update: Uint8Array): UpdateFacts {
  try {
    const decoder = decoding.createDecoder(update)
    const facts = { runs: readRuns(decoder), deletes: readDeletes(decoder) }
    if (decoding.hasContent(decoder)) throw new BadFrame('The update goes on after its end.')
    return facts
  } catch (cause) {
    if (cause instanceof BadFrame) throw cause
    throw new BadFrame('The update cannot be read.', undefined, { cause })
  }
}

function readRuns(decoder: decoding.Decoder): Run[] {
  const runs = new Map<number, Run>()
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const count = decoding.readVarUint(decoder)
    const client = decoding.readVarUint(decoder)
    const from = decoding.readVarUint(decoder)
    if (runs.has(client)) throw new BadFrame('The update names a client twice.')
    if (count > 0) runs.set(client, readRun(decoder, client, from, count))
  }
  return [...runs.values()]
}

function readRun(decoder: decoding.Decoder, client: number, from: number, count: number): Run {
  const run: Run = { client, from, to: from, dependencies: [] }
  const implied = new Map<number, number>()
  for (let left = count; left > 0; left -= 1) {
    const struct = readStruct(decoder)
    for (const id of struct.references) {
      if (id.client !== client) {
        if (id.clock <= (implied.get(id.client) ?? -1)) continue
        implied.set(id.client, id.clock)
        run.dependencies.push({ at: run.to, client: id.client, clock: id.clock })
      } else if (id.clock >= run.to) {
        throw new BadFrame('The update refers to what comes after it.')
      }
    }
    // What stands behind a skip can only wait for what was skipped.
    if (struct.kind === 'skip') run.dependencies.push({ at: run.to, client, clock: run.to + struct.length - 1 })
    run.to += struct.length
    if (run.to > highestClock) throw new BadFrame('The update counts further than any client can.')
  }
  return run
}

function readDeletes(decoder: decoding.Decoder): DeleteRange[] {
  const deletes: DeleteRange[] = []
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients -= 1) {
    const client = decoding.readVarUint(decoder)
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const from = decoding.readVarUint(decoder)
      const length = decoding.readVarUint(decoder)
      if (length === 0 || from + length > highestClock) throw new BadFrame('The update deletes what cannot be there.')
      deletes.push({ client, from, to: from + length })
    }
  }
  return deletes
}

/** Far beyond what anybody types; sums stay exact. */
const highestClock = 2 ** 40
