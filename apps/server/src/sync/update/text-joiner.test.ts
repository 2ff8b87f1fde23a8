import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { joinText } from './text-joiner.js'
import { readUpdate } from './update-reader.js'
import { writeUpdate } from './update-writer.js'

const seed = Number(process.env.FC_SEED ?? 16_180)

test('[P2] letters typed one after the other become one struct, as in a document', () => {
  const { doc, updates } = writer(7)
  const text = doc.getText('text')
  for (const letter of 'Grüße, 世界 🙂!') text.insert(text.length, letter)
  const joined = join(updates)
  expect(joined).toEqual(Y.encodeStateAsUpdate(doc))
  expect(readUpdate(joined).runs).toMatchObject([{ client: 7, from: 0, to: 13, count: 1 }])
})

test('[P2] what was typed elsewhere, formatted, set under a key or is no text stays by itself', () => {
  const { doc, updates } = writer(7)
  const text = doc.getText('text')
  text.insert(0, 'b')
  text.insert(0, 'a')
  text.insert(2, 'c')
  text.insert(3, 'd', { bold: true })
  doc.getMap('map').set('key', new Y.Text('one'))
  doc.getMap('map').set('key', new Y.Text('two'))
  expect(structs(join(updates))).toBe(structs(Y.mergeUpdates(updates)))
})

test('[P2] halves of a character that came one by one stay halves', () => {
  const { doc, updates } = writer(7)
  const text = doc.getText('text')
  for (const half of ['\ud83d', '\ude42', '!']) text.insert(text.length, half)
  const [joined, apart] = [join(updates), Y.mergeUpdates(updates)].map(read)
  expect(joined).toBe(apart)
  expect(joined).toHaveLength(3)
})

/** What one of three writers does at a place, 0 (first) to 1 (last), of what that writer sees. */
const actions = fc.array(
  fc.record({
    writer: fc.nat(2),
    act: fc.constantFrom('type', 'type', 'type', 'delete', 'paste'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.string({ minLength: 1, maxLength: 3, unit: 'grapheme' }),
  }),
  { minLength: 1, maxLength: 40 },
)

test(`[P2] whoever gets a batch joined has what those have who got its updates one by one (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(actions, { minLength: 1, maxLength: 6 }), (batches) => {
      const writers = [1, 2, 3].map(writer)
      const [apart, together] = [new Y.Doc(), new Y.Doc()]
      for (const batch of batches) {
        for (const { writer: who, ...action } of batch) perform(writers[who]?.doc, action)
        const updates = writers.flatMap((one) => one.updates.splice(0))
        if (updates.length === 0) continue
        const joined = join(updates)
        for (const update of updates) Y.applyUpdate(apart, update)
        Y.applyUpdate(together, joined)
        // Everybody else sees the batch as it was stored.
        for (const { doc } of writers) Y.applyUpdate(doc, joined, 'seen')
        const contents = [apart, together, ...writers.map(({ doc }) => doc)].map((doc) =>
          doc.getText('text').toString(),
        )
        expect(new Set(contents).size).toBe(1)
        expect(Y.encodeStateVector(together)).toEqual(Y.encodeStateVector(apart))
      }
      expect(Y.encodeStateAsUpdate(together)).toEqual(Y.encodeStateAsUpdate(apart))
    }),
    { seed, numRuns: 300 },
  )
})

function perform(doc: Y.Doc | undefined, { act, at, text: added }: { act: string; at: number; text: string }): void {
  const text = doc?.getText('text')
  if (text === undefined) return
  const place = Math.round(at * text.length)
  if (act === 'type')
    for (const [index, letter] of [...added].entries()) text.insert(Math.min(place + index, text.length), letter)
  else if (act === 'delete' && text.length > 0) text.delete(Math.min(place, text.length - 1), 1)
  else if (act === 'paste') text.insert(place, added)
}

/** A document of its own, and what was written in it since it was last asked. */
function writer(client: number): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = Object.assign(new Y.Doc(), { clientID: client })
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'seen') updates.push(update)
  })
  return { doc, updates }
}

function join(updates: readonly Uint8Array[]): Uint8Array {
  const facts = updates.map((update) => readUpdate(update))
  return writeUpdate({
    structs: joinText(facts.flatMap(({ runs }) => runs)),
    deletes: facts.flatMap(({ deletes }) => deletes),
  })
}

const structs = (update: Uint8Array) => readUpdate(update).runs.reduce((sum, { count }) => sum + count, 0)

function read(update: Uint8Array): string {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc.getText('text').toString()
}
