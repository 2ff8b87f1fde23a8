import { frameType, subprotocol, syncType } from '@colophon/protocol'
import * as encoding from 'lib0/encoding'
import * as prng from 'lib0/prng'
import * as Y from 'yjs'
import { awarenessFrame, syncFrame } from '../../clients/frames.js'

/** Makes frames that no client sends, most of them out of such as clients do send. */
export interface Mutator {
  next(): Uint8Array | 'text'
}

export function createMutator(chance: prng.PRNG): Mutator {
  const seeds = goodFrames()
  const draw = (below: number) => prng.int32(chance, 0, below - 1)
  const seed = () => (seeds[draw(seeds.length)] ?? new Uint8Array()).slice()

  const mutations: ((frame: Uint8Array) => Uint8Array)[] = [
    // Some bits are turned.
    (frame) => {
      for (let left = 1 + draw(4); left > 0; left -= 1) frame[draw(frame.length)] = draw(256)
      return frame
    },
    // It ends early.
    (frame) => frame.slice(0, draw(frame.length)),
    // It goes on after its end.
    (frame) => Uint8Array.of(...frame, ...prng.uint8Array(chance, 1 + draw(40))),
    // A number in it is as large as numbers get.
    (frame) => {
      const at = draw(frame.length)
      return Uint8Array.of(...frame.slice(0, at), ...hugeNumber(draw(3)), ...frame.slice(at + 1))
    },
    // A piece of it stands there twice.
    (frame) => {
      const from = draw(frame.length)
      const to = from + draw(frame.length - from)
      return Uint8Array.of(...frame.slice(0, to), ...frame.slice(from))
    },
    // It goes on as another one.
    (frame) => {
      const other = seed()
      return Uint8Array.of(...frame.slice(0, draw(frame.length)), ...other.slice(draw(other.length)))
    },
    // What it holds is random, under a header that is right.
    (frame) => syncFrame(draw(2) ? syncType.update : syncType.step2, prng.uint8Array(chance, draw(frame.length + 40))),
    () => syncFrame(syncType.step1, prng.uint8Array(chance, draw(60))),
    () => withLength(frameType.awareness, prng.uint8Array(chance, draw(80))),
    // Nothing of it is right.
    () => prng.uint8Array(chance, draw(120)),
    () => Uint8Array.of(draw(256), draw(256)),
  ]

  return {
    next() {
      if (draw(200) === 0) return 'text'
      const mutate = mutations[draw(mutations.length)] ?? ((frame) => frame)
      return mutate(seed())
    },
  }
}

/** One of each kind of frame, and updates with each kind of content. */
function goodFrames(): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const fragment = doc.getXmlFragment('slot:KNOWN_ISSUES')
  const text = new Y.XmlText()
  const element = new Y.XmlElement('heading')
  fragment.insert(0, [element])
  element.setAttribute('level', '2')
  element.insert(0, [text])
  text.insert(0, 'what is said here')
  text.format(2, 5, { bold: {} })
  text.insertEmbed(3, { image: subprotocol })
  text.delete(4, 6)
  doc.getMap('ticks').set('t1', true)
  doc.getMap('group:g1').set('1', new Y.Map([['order', 'a0']]))
  doc.getArray('unplaced').insert(0, [{ line: 1, text: 'x', reason: 'y' }, null, 3.5, 'z', [1, 2]])
  doc.getMap('record').set('bytes', new Uint8Array([1, 2, 3]))
  element.delete(0, 1)
  return [
    ...updates.map((update) => syncFrame(syncType.update, update)),
    syncFrame(syncType.update, Y.encodeStateAsUpdate(doc)),
    syncFrame(syncType.step2, Y.encodeStateAsUpdate(doc)),
    syncFrame(syncType.step1, Y.encodeStateVector(doc)),
    awarenessFrame([{ client: doc.clientID, clock: 1, state: '{"user":{"name":"Mallory"},"cursor":null}' }]),
    awarenessFrame([{ client: doc.clientID, clock: 2, state: 'null' }]),
    Uint8Array.of(frameType.queryAwareness),
    Uint8Array.of(frameType.saved, 5),
    withLength(frameType.notice, new TextEncoder().encode('{"kind":"resync","text":"x"}')),
  ]
}

function withLength(type: number, body: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint8Array(encoder, body)
  })
}

/** 2³²−1, 2⁵³−1, or a number that never ends. */
function hugeNumber(kind: number): number[] {
  if (kind === 0) return [255, 255, 255, 255, 15]
  return kind === 1 ? [255, 255, 255, 255, 255, 255, 255, 15] : Array<number>(12).fill(255)
}
