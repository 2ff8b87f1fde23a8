import { limits, syncType } from '@colophon/protocol'
import * as encoding from 'lib0/encoding'
import { syncFrame } from '../../clients/frames.js'
import type { Bomb } from './bombs.js'
import {
  after,
  anys,
  bytes,
  embed,
  inRoot,
  inType,
  jsons,
  number,
  sharedType,
  text,
  type Update,
  update,
} from './structs.js'

const client = 4_000_002

/** Much of what is right in small amounts. */
export const heaps: readonly Bomb[] = [
  {
    name: '5,000 types in one another',
    frames: () => [syncFrame(syncType.update, update({ clients: [{ client, clock: 0, structs: chain(5_000) }] }))],
    outcome: 'closed',
  },
  {
    name: '100,000 types in one another',
    frames: () => [syncFrame(syncType.update, update({ clients: [{ client, clock: 0, structs: chain(100_000) }] }))],
    outcome: 'closed',
  },
  {
    name: '20,000 types in one another, a letter before each',
    frames: () => [
      syncFrame(syncType.update, update({ clients: [{ client, clock: 0, structs: letteredChain(20_000) }] })),
    ],
    outcome: 'closed',
  },
  {
    name: '20,000 frames that each put a type into the last',
    frames: () =>
      chain(20_000).map((struct, clock) =>
        syncFrame(syncType.update, update({ clients: [{ client, clock, structs: [struct] }] })),
      ),
    outcome: 'closed',
  },
  {
    name: 'as many types in one another as there may be',
    frames: () => [
      syncFrame(syncType.update, update({ clients: [{ client, clock: 0, structs: chain(limits.typeDepth) }] })),
    ],
    outcome: 'bounded',
  },
  heap('a value of 100,000 arrays in one another', () => ({
    clients: [{ client, clock: 0, structs: [inRoot(anys(1, bytes(nestedArrays(100_000))), 'ticks', 'deep')] }],
  })),
  heap('JSON of 200,000 arrays in one another', () => ({
    clients: [{ client, clock: 0, structs: [inRoot(jsons(1, [nestedJson(200_000)]), 'unplaced')] }],
  })),
  heap('an embedded object of 100,000 arrays in one another', () => ({
    clients: [{ client, clock: 0, structs: [inRoot(embed(nestedJson(100_000)), 'slot:KNOWN_ISSUES')] }],
  })),
  heap('text as long as a frame', () => ({
    clients: [{ client, clock: 0, structs: [inRoot(text('x'.repeat(limits.frameBytes - 1_000)), 'unplaced')] }],
  })),
  heap('100,000 edits of one letter', () => ({
    clients: [
      {
        client,
        clock: 0,
        structs: [
          inRoot(text('x'), 'unplaced'),
          ...numbers(100_000).map((index) => after(text('x'), { client, clock: index })),
        ],
      },
    ],
  })),
  heap('100,000 edits that all begin at one place', () => ({
    clients: [{ client, clock: 0, structs: numbers(100_000).map(() => inRoot(text('x'), 'unplaced')) }],
  })),
  heap('100,000 writings of one key', () => ({
    clients: [{ client, clock: 0, structs: numbers(100_000).map(() => inRoot(anys(1, number(126)), 'ticks', 't1')) }],
  })),
  heap('100,000 roots', () => ({
    clients: [{ client, clock: 0, structs: numbers(100_000).map((index) => inRoot(text('x'), `root${index}`)) }],
  })),
  heap('a root with a name of 2 MB', () => ({
    clients: [{ client, clock: 0, structs: [inRoot(text('x'), 'r'.repeat(2_000_000))] }],
  })),
  heap('50,000 clients with one edit each', () => ({
    clients: numbers(50_000).map((index) => ({
      client: 5_000_000 + index,
      clock: 0,
      structs: [inRoot(text('x'), 'unplaced')],
    })),
  })),
  heap('500,000 deletions', () => ({ deletes: deletions(500_000) })),
  {
    name: 'a state vector of 400,000 clients',
    frames: () => [syncFrame(syncType.step1, encoding.encode(vector(400_000)))],
    outcome: 'bounded',
  },
  // What one frame may not do, many may not do together.
  {
    name: '20,000 frames that each write one key as if it were the first',
    frames: () =>
      numbers(20_000).map((clock) =>
        syncFrame(
          syncType.update,
          update({ clients: [{ client, clock, structs: [inRoot(anys(1, number(126)), 'ticks', 't1')] }] }),
        ),
      ),
    outcome: 'bounded',
  },
  {
    name: '20,000 frames that each begin at one place as somebody new',
    frames: () =>
      numbers(20_000).map((index) =>
        syncFrame(
          syncType.update,
          update({ clients: [{ client: 6_000_000 + index, clock: 0, structs: [inRoot(text('x'), 'unplaced')] }] }),
        ),
      ),
    outcome: 'bounded',
  },
  {
    name: '20,000 frames that each make a root',
    frames: () =>
      numbers(20_000).map((clock) =>
        syncFrame(
          syncType.update,
          update({ clients: [{ client, clock, structs: [inRoot(text('x'), `root${clock}`)] }] }),
        ),
      ),
    outcome: 'bounded',
  },
  {
    name: '20,000 questions at once',
    frames: () => numbers(20_000).map(() => syncFrame(syncType.step1, Uint8Array.of(0))),
    outcome: 'bounded',
  },
]

function heap(name: string, content: () => Update): Bomb {
  return { name, frames: () => [syncFrame(syncType.update, update(content()))], outcome: 'bounded' }
}

function chain(depth: number) {
  const first = inRoot(sharedType(4), 'slot:KNOWN_ISSUES')
  return [first, ...numbers(depth - 1).map((clock) => inType(sharedType(4), { client, clock }))]
}

/** Each type stands beside a letter, which alone says in which type they both are. */
function letteredChain(depth: number) {
  const [first] = chain(1)
  const further = numbers(depth - 1).flatMap((level) => [
    inType(text('x'), { client, clock: level * 2 }),
    after(sharedType(4), { client, clock: level * 2 + 1 }),
  ])
  return first === undefined ? further : [first, ...further]
}

/** lib0's own format: 117 is an array, 126 is nothing. */
function nestedArrays(depth: number): Uint8Array {
  return Uint8Array.from([...numbers(depth).flatMap(() => [117, 1]), 126])
}

const nestedJson = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

function deletions(count: number): (encoder: encoding.Encoder) => void {
  return (encoder) => {
    encoding.writeVarUint(encoder, 1)
    // The client that every record is seeded by.
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, count)
    for (let index = 0; index < count; index += 1) {
      encoding.writeVarUint(encoder, index * 2)
      encoding.writeVarUint(encoder, 1)
    }
  }
}

function vector(count: number): (encoder: encoding.Encoder) => void {
  return (encoder) => {
    encoding.writeVarUint(encoder, count)
    for (let index = 0; index < count; index += 1) {
      encoding.writeVarUint(encoder, index)
      encoding.writeVarUint(encoder, 1)
    }
  }
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}
