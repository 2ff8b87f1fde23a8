import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

/** Clocks of one client that an update holds: from `from` up to, and without, `to`. */
export interface Run {
  readonly client: number
  readonly from: number
  readonly to: number
}

/** Tells what frames hold. A room's frame comes once for each person in it, so the last few are remembered. */
export interface Arrivals {
  edits(update: Uint8Array): readonly Run[]
  /** The clients whose carets an awareness update moves. */
  carets(update: Uint8Array): readonly number[]
}

export function createArrivals(): Arrivals {
  return { edits: remembered(runsOf), carets: remembered(clientsOf) }
}

/** However many updates a server merges into a frame, each edit in it is one clock. */
export function runsOf(update: Uint8Array): Run[] {
  const runs: { client: number; from: number; to: number }[] = []
  for (const struct of Y.decodeUpdate(update).structs) {
    if (struct instanceof Y.Skip) continue
    const { client, clock } = struct.id
    const last = runs.at(-1)
    if (last !== undefined && last.client === client && last.to === clock) last.to += struct.length
    else runs.push({ client, from: clock, to: clock + struct.length })
  }
  return runs
}

function clientsOf(update: Uint8Array): number[] {
  const decoder = decoding.createDecoder(update)
  return Array.from({ length: decoding.readVarUint(decoder) }, () => {
    const client = decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    decoding.readVarUint8Array(decoder)
    return client
  })
}

/** Byte by byte the same, or worked out anew: what is counted was really sent. */
function remembered<T>(work: (bytes: Uint8Array) => T): (bytes: Uint8Array) => T {
  const short = shortMemory(work)
  const long = longMemory(work)
  return (bytes) => (bytes.length <= shortBytes ? short(bytes) : long(bytes))
}

/** Of the many small frames that a server sends which merges nothing. */
function shortMemory<T>(work: (bytes: Uint8Array) => T): (bytes: Uint8Array) => T {
  const recent = new Map<string, T>()
  return (bytes) => {
    const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    const known = recent.get(key)
    if (known !== undefined) return known
    const result = work(bytes)
    if (recent.size >= keptShort) recent.clear()
    recent.set(key, result)
    return result
  }
}

/** Of the few large frames that a server sends which merges much: dear to look up by content, cheap to compare. */
function longMemory<T>(work: (bytes: Uint8Array) => T): (bytes: Uint8Array) => T {
  const recent = new Map<number, { bytes: Uint8Array; result: T }[]>()
  return (bytes) => {
    const alike = recent.get(bytes.length) ?? []
    const known = alike.find((entry) => Buffer.compare(entry.bytes, bytes) === 0)
    if (known !== undefined) return known.result
    const result = work(bytes)
    // A copy: what came is a slice of a read, all of which it would keep.
    alike.unshift({ bytes: Uint8Array.from(bytes), result })
    if (alike.length > keptLong) alike.pop()
    if (recent.size >= keptLengths) recent.clear()
    recent.set(bytes.length, alike)
    return result
  }
}

const shortBytes = 512
const keptShort = 10_000
const keptLong = 4
const keptLengths = 1_000
