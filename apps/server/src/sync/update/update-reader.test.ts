import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { advance } from './causality.js'
import { readUpdate } from './update-reader.js'

const nothing = () => 0

test('[S6] every kind of content that Yjs writes is read with its length', () => {
  const doc = Object.assign(new Y.Doc(), { clientID: 5 })
  const text = doc.getText('text')
  text.insert(0, 'plain 🙂', { bold: true })
  text.insertEmbed(0, { image: 'x' })
  doc.getArray('array').insert(0, [1, 'two', { three: [null, undefined, 4n] }, new Uint8Array(3)])
  doc.getMap('map').set('inner', new Y.Map([['k', new Y.Array()]]))
  doc.getXmlFragment('xml').insert(0, [new Y.XmlElement('p'), new Y.XmlText('words')])
  text.delete(1, 3)
  const update = Y.encodeStateAsUpdate(doc)
  const { runs, deletes } = readUpdate(update)
  expect(runs).toMatchObject([{ client: 5, from: 0, to: Y.getState(doc.store, 5) }])
  expect(deletes.length).toBeGreaterThan(0)
  expect(advance(readUpdate(update), nothing)).toEqual(new Map([[5, Y.getState(doc.store, 5)]]))
})

test('[S6] what was left out of a merged update is a gap, unless it is there', () => {
  const doc = Object.assign(new Y.Doc(), { clientID: 5 })
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const key of ['a', 'b', 'c']) doc.getMap('map').set(key, 1)
  const [first = new Uint8Array(), , third = new Uint8Array()] = updates
  const facts = readUpdate(Y.mergeUpdates([first, third]))
  expect(advance(facts, nothing)).toBeUndefined()
  expect(advance(facts, () => 1)).toBeUndefined()
  expect(advance(facts, () => 2)).toEqual(new Map([[5, 3]]))
})

test('[A6] structs that wait for one another in a ring are a gap', () => {
  const ring = structs([
    { client: 1, origin: { client: 2, clock: 0 } },
    { client: 2, origin: { client: 1, clock: 0 } },
  ])
  expect(advance(readUpdate(ring), nothing)).toBeUndefined()
})

test('[A6] a struct that refers to itself or to what comes after it is refused', () => {
  const own = structs([{ client: 1, origin: { client: 1, clock: 0 } }])
  expect(() => readUpdate(own)).toThrow('refers to what comes after it')
})

test('[A6] small bombs are refused at once: promised structs, empty structs, deep values, endless clocks', () => {
  const deep = new Y.Doc()
  let value: unknown = 0
  for (let depth = 0; depth < 100; depth += 1) value = [value]
  deep.getArray('array').insert(0, [JSON.parse(JSON.stringify(value))])
  const bombs = [
    Uint8Array.of(1, 255, 255, 255, 255, 15, 1, 0),
    Uint8Array.of(1, 1, 1, 0, 0, 0, 0),
    Uint8Array.of(0, 1, 1, 255, 255, 255, 255, 15),
    Uint8Array.of(0, 1, 1, 1, 0, 0),
    Uint8Array.of(1, 1, 1, 0, 0, 255, 255, 255, 255, 255, 255, 63, 0),
    Uint8Array.of(2, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0),
    Y.encodeStateAsUpdate(deep),
  ]
  for (const bomb of bombs) expect(() => readUpdate(bomb)).toThrow(expect.objectContaining({ code: 'bad-frame' }))
})

test('[A6] a document inside the document is refused', () => {
  const doc = new Y.Doc()
  doc.getMap('map').set('inner', new Y.Doc())
  expect(() => readUpdate(Y.encodeStateAsUpdate(doc))).toThrow('no other documents')
})

test('[A6] thousands of clients who all wait for one another are judged or refused, not followed for ever', () => {
  const count = 6_000
  const chain = Array.from({ length: count }, (_, client) => ({
    client,
    origin: { client: (client + 1) % count, clock: 0 },
  }))
  expect(advance(readUpdate(structs(chain)), nothing)).toBeUndefined()
  const open = chain.map((one, index) => (index === count - 1 ? { client: one.client } : one))
  expect(advance(readUpdate(structs(open)), nothing)?.size).toBe(count)
})

/** An update with one letter of each client, standing to the right of its origin. */
function structs(letters: readonly { client: number; origin?: { client: number; clock: number } }[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, letters.length)
  for (const { client, origin } of letters) {
    for (const number of [1, client, 0]) encoding.writeVarUint(encoder, number)
    encoding.writeUint8(encoder, origin === undefined ? 4 : 0x84)
    if (origin !== undefined) for (const number of [origin.client, origin.clock]) encoding.writeVarUint(encoder, number)
    else {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, 'text')
    }
    encoding.writeVarString(encoder, 'x')
  }
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}
