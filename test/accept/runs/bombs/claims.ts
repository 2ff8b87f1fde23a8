import { frameType, syncType } from '@colophon/protocol'
import * as encoding from 'lib0/encoding'
import { syncFrame } from '../../clients/frames.js'
import type { Bomb } from './bombs.js'
import {
  anys,
  bytes,
  deleted,
  garbage,
  inRoot,
  jsons,
  number,
  sharedType,
  skip,
  text,
  type Update,
  update,
} from './structs.js'

const client = 4_000_001
const many = 2 ** 28

/** Few bytes that say that there is much more of them. */
export const claims: readonly Bomb[] = [
  // A count of 2^25 structs, for which a stock server sets up 269 MB before it looks for the first.
  closed('the 7-byte update', Uint8Array.of(1, 128, 128, 128, 16, 1, 0)),
  closed('2^28 clients', { claims: many }),
  closed('2^28 structs', { clients: [{ client, clock: 0, structs: [], claims: many }] }),
  closed('2^28 clients with deletions', { deletes: number(many) }),
  closed('2^28 deletions', { deletes: bytes(Uint8Array.of(1, 1), number(many)) }),
  closed('an array of 2^28 values', one(anys(many, bytes(new Uint8Array())))),
  closed('2^28 pieces of JSON', one(jsons(many, []))),
  closed('text of 4 GB', one({ type: 4, write: number(2 ** 32) })),
  closed('a record in the record', one({ type: 9, write: (encoder) => encoding.writeVarString(encoder, 'inner') })),
  closed('content of a kind that there is not', one({ type: 15, write: number(1) })),
  closed('a shared type that there is not', one(sharedType(99))),
  closed('a value of a kind that there is not', one(anys(1, bytes(Uint8Array.of(7))))),
  closed('JSON that is none', one(jsons(1, ['{"a":']))),
  closed('an empty text', one(text(''))),
  closed('an empty gap', { clients: [{ client, clock: 0, structs: [skip(0)] }] }),
  closed('one client twice', {
    clients: [
      { client, clock: 0, structs: [inRoot(text('a'))] },
      { client, clock: 0, structs: [inRoot(text('b'))] },
    ],
  }),
  { ...closed('2^31 deleted characters', one(deleted(2 ** 31))), outcome: 'bounded' },
  {
    ...closed('garbage of 2^52 characters', { clients: [{ client, clock: 0, structs: [garbage(2 ** 52)] }] }),
    outcome: 'bounded',
  },
  {
    name: 'a state vector of 2^28 clients',
    frames: () => [syncFrame(syncType.step1, encoding.encode(number(many)))],
    outcome: 'closed',
  },
  {
    name: 'a frame type that never ends',
    frames: () => [new Uint8Array(100_000).fill(255)],
    outcome: 'closed',
  },
  {
    name: 'a frame that only servers send',
    frames: () => [Uint8Array.of(frameType.saved, 255, 255, 255, 127)],
    outcome: 'closed',
  },
]

function closed(name: string, content: Update | Uint8Array): Bomb {
  const bytes = content instanceof Uint8Array ? content : update(content)
  return { name, frames: () => [syncFrame(syncType.update, bytes)], outcome: 'closed' }
}

function one(content: { type: number; write: (encoder: encoding.Encoder) => void }): Update {
  return { clients: [{ client, clock: 0, structs: [inRoot(content)] }] }
}
