import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { history, play } from '../testing/history.js'
import { layoutOf } from '../update/layout.js'
import { readUpdate } from '../update/update-reader.js'
import { createRecordState } from './record-state.js'

const seed = Number(process.env.FC_SEED ?? 27_182)

test(`[S1] the bytes of a record say what a document of the same updates says (seed ${seed})`, () => {
  fc.assert(
    fc.property(history, (steps) => {
      const updates = play(steps)
      const state = stateOf(updates)
      const reference = documentOf(updates)
      expect(facts(documentOf([state.whole()]))).toEqual(facts(reference))
      expect(Y.decodeStateVector(state.stateVector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(reference)))
    }),
    { seed, numRuns: 300 },
  )
})

test(`[S2] whoever has a part is sent the rest, wherever the part ends (seed ${seed})`, () => {
  fc.assert(
    fc.property(history, fc.nat(), fc.nat(), (steps, part, cut) => {
      const updates = play(steps)
      const state = stateOf(updates)
      const behind = documentOf(updates.slice(0, part % (updates.length + 1)))
      Y.applyUpdate(behind, state.missingFrom(Y.decodeStateVector(Y.encodeStateVector(behind))))
      expect(facts(behind)).toEqual(facts(documentOf(updates)))
      // Somebody may have a struct in part, e.g. half of a word.
      const whole = Y.decodeStateVector(state.stateVector())
      const vector = new Map([...whole].map(([client, clock]) => [client, cut % (clock + 1)]))
      for (const { client, from } of readUpdate(state.missingFrom(vector)).runs) expect(from).toBe(vector.get(client))
    }),
    { seed, numRuns: 300 },
  )
})

test(`[D5] a record that was folded in the middle of its history says the same as one that was not (seed ${seed})`, () => {
  fc.assert(
    fc.property(history, fc.nat(), (steps, part) => {
      const updates = play(steps)
      const middle = part % (updates.length + 1)
      const state = stateOf(updates)
      state.fold(laidOut(Y.encodeStateAsUpdate(documentOf(updates.slice(0, middle)))))
      expect(facts(documentOf([state.whole()]))).toEqual(facts(documentOf(updates)))
      expect(facts(documentOf([state.missingFrom(new Map())]))).toEqual(facts(documentOf(updates)))
    }),
    { seed, numRuns: 300 },
  )
})

test(`[S1] a record opened by its layout is one that was read (seed ${seed})`, () => {
  fc.assert(
    fc.property(history, fc.nat(), (steps, part) => {
      const updates = play(steps)
      const middle = part % (updates.length + 1)
      const { update: snapshot, layout } = laidOut(Y.encodeStateAsUpdate(documentOf(updates.slice(0, middle))))
      const opened = createRecordState({ snapshot, layout, updates: updates.slice(middle) })
      const read = createRecordState({ snapshot, layout: undefined, updates: updates.slice(middle) })
      expect(opened.whole()).toEqual(read.whole())
      expect(opened.stateVector()).toEqual(read.stateVector())
      expect(opened.rootCount).toBe(read.rootCount)
    }),
    { seed, numRuns: 300 },
  )
})

test('[S1] thousands of keystrokes are one update, and folded one struct', () => {
  const doc = Object.assign(new Y.Doc(), { clientID: 3 })
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = doc.getText('text')
  for (let at = 0; at < 3_000; at += 1) text.insert(at, 'x')
  const state = stateOf(updates)
  expect(readUpdate(state.whole()).runs).toMatchObject([{ client: 3, from: 0, to: 3_000, count: 3_000 }])
  state.fold(laidOut(Y.encodeStateAsUpdate(doc)))
  expect(readUpdate(state.whole()).runs).toMatchObject([{ client: 3, from: 0, to: 3_000, count: 1 }])
})

function stateOf(updates: readonly Uint8Array[]) {
  const [snapshot = Y.encodeStateAsUpdate(new Y.Doc()), ...rest] = updates
  return createRecordState({ snapshot, layout: undefined, updates: rest })
}

const laidOut = (update: Uint8Array) => ({ update, layout: layoutOf(update) })

function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

function facts(doc: Y.Doc) {
  const { pendingStructs, pendingDs } = doc.store
  return {
    text: doc.getText('text').toDelta(),
    map: doc.getMap('map').toJSON(),
    xml: doc.getXmlFragment('xml').toString(),
    pending: [pendingStructs, pendingDs],
    vector: Y.decodeStateVector(Y.encodeStateVector(doc)),
  }
}
