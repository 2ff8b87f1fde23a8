import * as encoding from 'lib0/encoding'
import { byClient } from './by-client.js'

/** Clocks `from` (inclusive) to `to` (exclusive) of `client`. */
export interface ClockRange {
  readonly client: number
  readonly from: number
  readonly to: number
}

/** Which structs of a record are deleted: Yjs's delete set, kept as disjoint ranges that do not touch. */
export interface DeleteRanges {
  add(ranges: readonly ClockRange[]): void
  /** Whether the whole range is deleted. */
  covers(range: ClockRange): boolean
  /** All of them. */
  list(): ClockRange[]
}

/** The ends of one client's ranges: `from` at even indices, `to` at odd ones, strictly ascending. */
type Ends = number[]

export function createDeleteRanges(): DeleteRanges {
  const clients = new Map<number, Ends>()

  return {
    add(ranges) {
      for (const [client, added] of byClient(ranges)) {
        const known = clients.get(client)
        if (known === undefined) clients.set(client, joined(added))
        else if (added.length <= few) for (const range of added) insert(known, range)
        else clients.set(client, joined([...rangesOf(client, known), ...added]))
      }
    },
    covers({ client, from, to }) {
      const ends = clients.get(client)
      if (ends === undefined) return false
      const at = firstAbove(ends, from)
      // An odd place lies inside a range, which ends there.
      return at % 2 === 1 && to <= (ends[at] ?? 0)
    },
    list: () => [...clients].flatMap(([client, ends]) => rangesOf(client, ends)),
  }
}

/** Writes ranges as the end of an update (format v1), those of one client together. */
export function writeDeletes(encoder: encoding.Encoder, ranges: readonly ClockRange[]): void {
  const clients = byClient(ranges)
  encoding.writeVarUint(encoder, clients.size)
  for (const [client, held] of clients) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, held.length)
    for (const { from, to } of held) {
      encoding.writeVarUint(encoder, from)
      encoding.writeVarUint(encoder, to - from)
    }
  }
}

/** So many are put in their places one by one; more are sorted in. */
const few = 8

function rangesOf(client: number, ends: Ends): ClockRange[] {
  const ranges: ClockRange[] = []
  for (let at = 0; at < ends.length; at += 2) ranges.push({ client, from: ends[at] ?? 0, to: ends[at + 1] ?? 0 })
  return ranges
}

function joined(ranges: readonly ClockRange[]): Ends {
  const ends: Ends = []
  for (const { from, to } of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = ends.at(-1) ?? -1
    if (from > last) ends.push(from, to)
    else if (to > last) ends[ends.length - 1] = to
  }
  return ends
}

/** Takes the place of all ends within the range, touching ones included. */
function insert(ends: Ends, { from, to }: ClockRange): void {
  const first = firstAbove(ends, from - 1)
  const last = firstAbove(ends, to)
  const replacement = [...(first % 2 === 0 ? [from] : []), ...(last % 2 === 0 ? [to] : [])]
  ends.splice(first, last - first, ...replacement)
}

/** @returns the index of the first end above `clock`. */
function firstAbove(ends: Ends, clock: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ends[middle] ?? 0) > clock) high = middle
    else low = middle + 1
  }
  return low
}
