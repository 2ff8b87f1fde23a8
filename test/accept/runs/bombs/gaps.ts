import { syncType } from '@colophon/protocol'
import { syncFrame } from '../../clients/frames.js'
import type { Bomb } from './bombs.js'
import { after, inRoot, inType, sharedType, skip, text, type Update, update } from './structs.js'

/** Updates that stand on something that is not there, which a stock server keeps, and goes through again and again. */
export const gaps: readonly Bomb[] = [
  unsaved('an edit at the end of all clocks', () => ({
    clients: [{ client: 5, clock: 2 ** 52, structs: [inRoot(text('x'))] }],
  })),
  unsaved('a client id beyond 32 bits', () => ({
    clients: [{ client: 2 ** 50, clock: 1, structs: [inRoot(text('x'))] }],
  })),
  unsaved('20,000 clients that each lack their beginning', () => ({
    clients: numbers(20_000).map((index) => ({ client: 1_000 + index, clock: 9, structs: [inRoot(text('x'))] })),
  })),
  unsaved('20,000 clients that each stand on the next', () => ({
    clients: numbers(20_000).map((index) => ({
      client: 1_000 + index,
      clock: 0,
      structs: [after(text('x'), { client: 1_001 + index, clock: 0 })],
    })),
  })),
  unsaved('30,000 edits after one that is not there', () => ({
    clients: [
      { client: 5, clock: 1, structs: numbers(30_000).map((index) => after(text('x'), { client: 5, clock: index })) },
    ],
  })),
  unsaved('a gap that is said to be one', () => ({
    clients: [{ client: 5, clock: 0, structs: [inRoot(text('x')), skip(1_000), inRoot(text('y'))] }],
  })),
  unsaved('an edit that stands on itself', () => ({
    clients: [{ client: 5, clock: 0, structs: [after(text('x'), { client: 5, clock: 0 })] }],
  })),
  unsaved('a type that is its own parent', () => ({
    clients: [{ client: 5, clock: 0, structs: [inType(sharedType(1), { client: 5, clock: 0 })] }],
  })),
  unsaved('two edits that stand on each other', () => ({
    clients: [
      { client: 6, clock: 0, structs: [after(text('x'), { client: 5, clock: 0 })] },
      { client: 5, clock: 0, structs: [after(text('y'), { client: 6, clock: 0 })] },
    ],
  })),
  {
    name: '2,000 frames with a gap each',
    frames: () =>
      numbers(2_000).map((index) =>
        syncFrame(
          syncType.update,
          update({ clients: [{ client: 1_000 + index, clock: 7, structs: [inRoot(text('x'.repeat(150)))] }] }),
        ),
      ),
    outcome: 'unsaved',
  },
]

function unsaved(name: string, content: () => Update): Bomb {
  return { name, frames: () => [syncFrame(syncType.update, update(content()))], outcome: 'unsaved' }
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}
