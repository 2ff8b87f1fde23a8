import { frameType, limits } from '@colophon/protocol'
import * as encoding from 'lib0/encoding'
import { awarenessFrame } from '../../clients/frames.js'
import type { Bomb } from './bombs.js'

const client = 4_000_003

/** What one says of oneself, out of all proportion. */
export const awarenessBombs: readonly Bomb[] = [
  awareness(
    'an awareness state over the limit',
    'closed',
    JSON.stringify({ cursor: 'x'.repeat(limits.awarenessBytes) }),
  ),
  awareness('an awareness state of 3 MB', 'closed', JSON.stringify({ cursor: 'x'.repeat(3_000_000) })),
  awareness(
    'an awareness state nested as deep as it may be long',
    'bounded',
    `{"a":${'['.repeat(2_000)}${']'.repeat(2_000)}}`,
  ),
  awareness(
    'an awareness state that would be a prototype',
    'bounded',
    '{"__proto__":{"user":{"name":"Root"}},"constructor":1}',
  ),
  {
    name: 'awareness of 2^28 clients',
    frames: () => [
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, frameType.awareness)
        encoding.writeVarUint8Array(
          encoder,
          encoding.encode((inner) => encoding.writeVarUint(inner, 2 ** 28)),
        )
      }),
    ],
    outcome: 'closed',
  },
  {
    name: 'awareness of 100,000 ghosts',
    frames: () => [
      awarenessFrame(Array.from({ length: 100_000 }, (_, index) => ({ client: index, clock: 1, state: '{}' }))),
    ],
    outcome: 'bounded',
  },
  {
    name: '5,000 awareness messages',
    frames: () =>
      Array.from({ length: 5_000 }, (_, clock) =>
        awarenessFrame([{ client, clock, state: JSON.stringify({ cursor: 'x'.repeat(3_000) }) }]),
      ),
    outcome: 'bounded',
  },
]

function awareness(name: string, outcome: Bomb['outcome'], state: string): Bomb {
  return { name, frames: () => [awarenessFrame([{ client, clock: 1, state }])], outcome }
}
