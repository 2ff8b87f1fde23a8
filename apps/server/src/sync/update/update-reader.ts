import { closeCode } from '@colophon/protocol'
import * as decoding from 'lib0/decoding'
import { BadFrame } from '../sync-error.js'
import type { ClockRange } from './delete-ranges.js'
import { type Id, readStruct, type StructFacts } from './struct-reader.js'

/** What an update claims, read without applying it. */
export interface UpdateFacts {
  readonly runs: readonly Run[]
  /** The names of root types that it mentions. */
  readonly roots: ReadonlySet<string>
  /** Structs without neighbours, where limits were given. */
  readonly firsts: readonly First[]
  /** Whether any struct holds a shared type. */
  readonly holdsTypes: boolean
  readonly deletes: readonly ClockRange[]
  /** Where in the update they begin, in bytes. */
  readonly deletesAt: number
}

/** A struct that says it is the first in its place. */
export interface First {
  readonly client: number
  readonly clock: number
  /** Its parent and its key there, as the bytes that say it. */
  readonly place: string
}

/** Consecutive structs of one client, as they stand in the update. */
export interface Run extends Structs {
  /** By ascending `at`; only what an earlier one of this run does not imply. */
  readonly dependencies: readonly Dependency[]
}

/** Consecutive structs of one client, encoded: clocks `from` (inclusive) to `to` (exclusive). */
export interface Structs {
  readonly client: number
  readonly from: number
  readonly to: number
  /** How many there are; one can cover many clocks. */
  readonly count: number
  /** Each follows the one before; what they say does not depend on what stands around them. */
  readonly bytes: Uint8Array
}

/** The struct at clock `at` stands on the struct at `clock` of `client`. */
export interface Dependency {
  at: number
  client: number
  clock: number
}

/**
 * Reads a Yjs update (format v1) in one pass that allocates no more than the bytes warrant.
 * Where structs were left out ("skips"), a client has a run before them and one after.
 * @param limits for an update from outside; one from the store was checked when it came
 * @returns facts that point into `update`, which must not change from then on.
 * @throws BadFrame where Yjs could not have written it, where it has more parts than `limits` allow, or is made so that
 *   applying it would take long
 * @see docs/spec.md A6, S6
 */
export function readUpdate(update: Uint8Array, limits?: UpdateLimits): UpdateFacts {
  try {
    const decoder = decoding.createDecoder(update)
    const { runs, roots, firsts, holdsTypes } = readRuns(decoder, limits)
    const deletesAt = decoder.pos
    const deletes = readDeletes(decoder, limits)
    if (decoding.hasContent(decoder)) throw new BadFrame('The update goes on after its end.')
    return { runs, roots, firsts, holdsTypes, deletes, deletesAt }
  } catch (cause) {
    if (cause instanceof BadFrame) throw cause
    throw new BadFrame('The update cannot be read.', undefined, { cause })
  }
}

/** @param position `deletesAt` of an update that was read before */
export function readDeletesFrom(update: Uint8Array, position: number): ClockRange[] {
  return readDeletes(decoding.createDecoder(update.subarray(position)), undefined)
}

/** How many parts an update may have: reading one costs about a microsecond, and nobody else is served meanwhile. */
export interface UpdateLimits {
  readonly clients: number
  readonly structs: number
  readonly deleteRanges: number
  readonly roots: number
}

function tooMany(): BadFrame {
  return new BadFrame('The update has more parts than can be checked in time.', closeCode.tooLarge)
}

interface Found {
  readonly runs: Run[]
  readonly roots: Set<string>
  readonly firsts: First[]
  holdsTypes: boolean
}

function readRuns(decoder: decoding.Decoder, limits: UpdateLimits | undefined): Found {
  const found: Found = { runs: [], roots: new Set(), firsts: [], holdsTypes: false }
  const clients = new Set<number>()
  let structs = 0
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const count = decoding.readVarUint(decoder)
    const client = decoding.readVarUint(decoder)
    const from = decoding.readVarUint(decoder)
    if (clients.has(client)) throw new BadFrame('The update names a client twice.')
    clients.add(client)
    structs += count
    if (limits !== undefined && (structs > limits.structs || clients.size > limits.clients)) throw tooMany()
    readClient(decoder, { client, from, count, limits }, found)
  }
  return found
}

/** Reads the structs that were `promised`, and adds what there is to say of them to `found`. */
function readClient(decoder: decoding.Decoder, promised: Promised, found: Found): void {
  const { client, from, limits } = promised
  const implied = new Map<number, number>()
  const places = limits === undefined ? undefined : new Set<string>()
  let dependencies: Dependency[] = []
  let clock = from
  let begin = { clock: from, position: decoder.pos, left: promised.count }
  for (let left = promised.count; left > 0; left -= 1) {
    const position = decoder.pos
    const struct = readStruct(decoder)
    note(struct, found)
    if (limits !== undefined && found.roots.size > limits.roots) throw tooMany()
    if (struct.kind === 'item' && places !== undefined) {
      const place = placeOf(decoder.arr, position, struct.placeBytes)
      occupy(places, place)
      if (!struct.hasNeighbours) found.firsts.push({ client, clock, place })
    }
    standOn(struct.base)
    standOn(struct.other)
    if (struct.kind === 'skip') {
      close(position, left)
      begin = { clock: clock + struct.length, position: decoder.pos, left: left - 1 }
      dependencies = []
    }
    clock += struct.length
    if (clock > highestClock) throw new BadFrame('The update counts further than any client can.')
  }
  close(decoder.pos, 0)

  function standOn(id: Id | undefined): void {
    if (id === undefined) return
    if (id.client === client && id.clock >= clock) throw new BadFrame('The update refers to what comes after it.')
    if (id.client === client || id.clock <= (implied.get(id.client) ?? -1)) return
    implied.set(id.client, id.clock)
    dependencies.push({ at: clock, client: id.client, clock: id.clock })
  }

  function close(end: number, left: number): void {
    const count = begin.left - left
    const bytes = decoder.arr.subarray(begin.position, end)
    if (count > 0) found.runs.push({ client, from: begin.clock, to: clock, count, bytes, dependencies })
  }
}

function note({ root, holdsType }: StructFacts, found: Found): void {
  if (root !== undefined) found.roots.add(root)
  if (holdsType) found.holdsTypes = true
}

interface Promised {
  readonly client: number
  readonly from: number
  readonly count: number
  readonly limits: UpdateLimits | undefined
}

/** The second struct of an honest client has the first as its neighbour; Yjs would compare each with all the others. */
function occupy(places: Set<string>, place: string): void {
  if (places.has(place)) throw new BadFrame('The update puts two things in exactly one place.')
  places.add(place)
}

/** Where a struct stands, as the bytes that say it: the flags of the first byte and what follows it. */
function placeOf(bytes: Uint8Array, start: number, placeBytes: number): string {
  const flags = (bytes[start] ?? 0) & 0b1110_0000
  return flags + Buffer.from(bytes.buffer, bytes.byteOffset + start + 1, placeBytes).toString('latin1')
}

function readDeletes(decoder: decoding.Decoder, limits: UpdateLimits | undefined): ClockRange[] {
  const deletes: ClockRange[] = []
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients -= 1) {
    const client = decoding.readVarUint(decoder)
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const from = decoding.readVarUint(decoder)
      const length = decoding.readVarUint(decoder)
      if (length === 0 || from + length > highestClock) throw new BadFrame('The update deletes what cannot be there.')
      deletes.push({ client, from, to: from + length })
      if (limits !== undefined && deletes.length > limits.deleteRanges) throw tooMany()
    }
  }
  return deletes
}

/** Far beyond what anybody types; sums stay exact. */
const highestClock = 2 ** 40
