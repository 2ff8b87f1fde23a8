import * as decoding from 'lib0/decoding'
import { type Id, readStruct, type StructFacts } from './struct-reader.js'
import type { Structs } from './update-reader.js'

/**
 * How many shared types each struct stands in, its root type not counted as one. It says so of every struct it was asked
 * about and of what those stand on, and has read each of them once. What one client writes in a row mostly stands
 * equally deep, so a paragraph takes it a few numbers and a letter nothing.
 */
export interface Depths {
  /**
   * Reads `structs`, which `source` must hold by now.
   * @returns how deep the deepest type among them stands, or the first that stands deeper than `limit`
   */
  read(structs: readonly Structs[], limit: number): number
  /** What a client wrote from `clock` on was never there. */
  forget(client: number, clock: number): void
}

/** @param source what there is of a client from a clock on, in order; whatever it stands on is there as well */
export function createDepths(source: (client: number, from: number) => readonly Structs[]): Depths {
  const clients = new Map<number, ClientDepths>()

  function depthsOf(client: number): ClientDepths {
    const present = clients.get(client) ?? createClientDepths()
    clients.set(client, present)
    return present
  }

  /** @returns the struct that has to be looked at first */
  function follow(reading: Reading, until: number, limit: number): Id | undefined {
    const { own } = reading
    while (own.to < until && reading.deepest <= limit) {
      const struct = next(reading)
      if (struct === undefined) return undefined
      const { base } = struct
      const baseDepth = base === undefined ? 0 : clients.get(base.client)?.at(base.clock)
      if (base !== undefined && baseDepth === undefined && !reading.hasAsked) {
        reading.hasAsked = true
        return base
      }
      const depth = struct.kind === 'item' ? (baseDepth ?? 0) + (struct.hasNeighbours ? 0 : 1) : 0
      if (struct.holdsType && own.to >= reading.newFrom) reading.deepest = Math.max(reading.deepest, depth)
      own.append(struct.length, depth)
      reading.struct = undefined
      reading.hasAsked = false
    }
    return undefined
  }

  return {
    read(structs, limit) {
      const newFrom = new Map(structs.map(({ client, from }) => [client, from]))
      const readings = new Map<number, Reading>()
      // A stack of its own: people's texts may stand on one another more often than functions can call each other.
      const goals = structs.map(({ client, to }) => ({ client, until: to }))
      let deepest = 0
      for (let goal = goals.at(-1); goal !== undefined && deepest <= limit; goal = goals.at(-1)) {
        const { client, until } = goal
        const own = depthsOf(client)
        const reading = readings.get(client) ?? begin(source(client, own.to), own, newFrom.get(client))
        readings.set(client, reading)
        const base = follow(reading, until, limit)
        deepest = Math.max(deepest, reading.deepest)
        if (base === undefined) goals.pop()
        else goals.push({ client: base.client, until: base.clock + 1 })
      }
      return deepest
    },
    forget: (client, clock) => clients.get(client)?.cut(clock),
  }
}

/** Where somebody reading a client's structs has come to. */
interface Reading {
  readonly own: ClientDepths
  readonly parts: readonly Structs[]
  readonly newFrom: number
  part: number
  decoder: decoding.Decoder | undefined
  left: number
  /** The one that was read last, until its depth is known. */
  struct: StructFacts | undefined
  /** Whether what it stands on was looked for. */
  hasAsked: boolean
  deepest: number
}

function begin(parts: readonly Structs[], own: ClientDepths, newFrom = Number.POSITIVE_INFINITY): Reading {
  const start = { part: 0, decoder: undefined, left: 0, struct: undefined, hasAsked: false, deepest: 0 }
  return { own, parts, newFrom, ...start }
}

function next(reading: Reading): StructFacts | undefined {
  if (reading.struct !== undefined) return reading.struct
  if (reading.left === 0) {
    const part = reading.parts[reading.part]
    if (part === undefined) return undefined
    reading.part += 1
    reading.left = part.count
    reading.decoder = decoding.createDecoder(part.bytes)
  }
  if (reading.decoder === undefined) return undefined
  reading.left -= 1
  reading.struct = readStruct(reading.decoder)
  return reading.struct
}

/** How deep what one client wrote stands, from clock 0 on, as the clocks where that changes. */
interface ClientDepths {
  /** Up to which clock it is known. */
  readonly to: number
  at(clock: number): number | undefined
  append(length: number, depth: number): void
  cut(clock: number): void
}

function createClientDepths(): ClientDepths {
  const starts: number[] = []
  const depths: number[] = []
  let to = 0

  /** The last change at or before `clock`. */
  function indexAt(clock: number): number {
    let [low, high] = [0, starts.length - 1]
    // Most of what is written stands beside what was written just before.
    if ((starts[high] ?? 0) <= clock) return high
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= clock) low = middle
      else high = middle - 1
    }
    return low
  }

  return {
    get to() {
      return to
    },
    at: (clock) => (clock < to ? depths[indexAt(clock)] : undefined),
    append(length, depth) {
      if (depths.at(-1) !== depth) {
        starts.push(to)
        depths.push(depth)
      }
      to += length
    },
    cut(clock) {
      if (clock >= to) return
      const kept = (starts[indexAt(clock)] ?? 0) < clock ? indexAt(clock) + 1 : indexAt(clock)
      starts.length = kept
      depths.length = kept
      to = clock
    },
  }
}
