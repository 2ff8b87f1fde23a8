import * as decoding from 'lib0/decoding'
import { BadFrame } from '../sync-error.js'

/** One struct of an update, as far as judging it needs. */
export interface StructFacts {
  kind: 'item' | 'garbage' | 'skip'
  /** In clocks; never 0. */
  length: number
  /** The neighbour in whose parent it stands, or that parent where it has no neighbour; none in a root type. */
  base: Id | undefined
  /** A second neighbour. */
  other: Id | undefined
  /** The root type it stands in, where it is the first to say so. */
  root: string | undefined
  /** Whether it stands beside another struct, rather than first in its parent or under its key. */
  hasNeighbours: boolean
  /** Whether it holds a shared type, in which others can stand. */
  holdsType: boolean
  /** How many bytes after the first say where it stands: its neighbours, or its parent and key. */
  placeBytes: number
}

export interface Id {
  client: number
  clock: number
}

/**
 * Reads a struct in Yjs's format v1: an info byte (low five bits: what it holds), its neighbours or its parent, its content.
 * @throws BadFrame, or what lib0 throws where the bytes end
 */
export function readStruct(decoder: decoding.Decoder): StructFacts {
  const info = decoding.readUint8(decoder)
  const content = info & contentBits
  if (content === garbage) return filler('garbage', decoder)
  if (content === skip) return filler('skip', decoder)
  const start = decoder.pos
  const left = info & hasLeftOrigin ? readId(decoder) : undefined
  const right = info & hasRightOrigin ? readId(decoder) : undefined
  const hasNeighbours = left !== undefined || right !== undefined
  // Only a struct without neighbours names its parent: a root type by its key, another by its id.
  const isInRoot = !hasNeighbours && decoding.readVarUint(decoder) === 1
  const root = isInRoot ? decoding.readVarString(decoder) : undefined
  const parent = hasNeighbours || isInRoot ? undefined : readId(decoder)
  if (!hasNeighbours && info & hasParentKey) decoding.readVarString(decoder)
  const placeBytes = decoder.pos - start
  const readLength = contentLengths[content]
  if (readLength === undefined) throw new BadFrame(`There is no content of type ${content}.`)
  const length = atLeastOne(readLength(decoder))
  const base = left ?? right ?? parent
  const other = left === undefined ? undefined : right
  return { kind: 'item', length, base, other, root, hasNeighbours, holdsType: content === sharedType, placeBytes }
}

function filler(kind: 'garbage' | 'skip', decoder: decoding.Decoder): StructFacts {
  const length = atLeastOne(decoding.readVarUint(decoder))
  return {
    kind,
    length,
    base: undefined,
    other: undefined,
    root: undefined,
    hasNeighbours: false,
    holdsType: false,
    placeBytes: 0,
  }
}

/** The bits of the first byte: what a struct holds, and what it says of its place. */
export const contentBits = 0b0001_1111
export const hasParentKey = 0b0010_0000
export const hasRightOrigin = 0b0100_0000
export const hasLeftOrigin = 0b1000_0000
const garbage = 0
const sharedType = 7
const skip = 10

function readId(decoder: decoding.Decoder): Id {
  return { client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) }
}

/** By content type: reads the content and gives its length in clocks. */
const contentLengths: Readonly<Record<number, (decoder: decoding.Decoder) => number>> = {
  1: (decoder) => decoding.readVarUint(decoder),
  2: (decoder) => readMany(decoder, () => readJson(decoder)),
  3: (decoder) => one(decoding.readVarUint8Array(decoder)),
  4: (decoder) => decoding.readVarString(decoder).length,
  5: (decoder) => one(readJson(decoder)),
  6: (decoder) => one(decoding.readVarString(decoder), readJson(decoder)),
  [sharedType]: (decoder) => one(readType(decoder)),
  8: (decoder) => readMany(decoder, () => shallow(decoding.readAny(decoder))),
  9: () => {
    throw new BadFrame('A record holds no other documents.')
  },
}

function readMany(decoder: decoding.Decoder, readOne: () => unknown): number {
  const count = decoding.readVarUint(decoder)
  for (let left = count; left > 0; left -= 1) readOne()
  return count
}

/** `undefined` stands for itself, as in Yjs. */
function readJson(decoder: decoding.Decoder): unknown {
  const text = decoding.readVarString(decoder)
  return text === 'undefined' ? undefined : shallow(JSON.parse(text))
}

const xmlElement = 3
const xmlHook = 5
const highestType = 6

function readType(decoder: decoding.Decoder): number {
  const type = decoding.readVarUint(decoder)
  if (type > highestType) throw new BadFrame(`There is no shared type ${type}.`)
  if (type === xmlElement || type === xmlHook) decoding.readVarString(decoder)
  return type
}

function one(..._read: unknown[]): number {
  return 1
}

function atLeastOne(length: number): number {
  if (length === 0) throw new BadFrame('The update holds an empty struct.')
  return length
}

/** Writing a value back is recursive in Yjs, so one nested without end would break a snapshot long after it was accepted. */
function shallow(value: unknown): unknown {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestValue) throw new BadFrame('The update holds a value that is nested too deeply.')
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
  return value
}

const deepestValue = 64
