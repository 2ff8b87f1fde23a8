import { limits } from '@colophon/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { history, play } from '../testing/history.js'
import { readUpdate } from '../update/update-reader.js'
import { writeUpdate } from '../update/update-writer.js'
import { createAdmission } from './admission.js'
import { createRecordState } from './record-state.js'

const seed = Number(process.env.FC_SEED ?? 31_415)

test(`[S6] of updates in any order, exactly those are new that can be applied whole (seed ${seed})`, {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(history, fc.array(fc.nat(), { minLength: 1, maxLength: 40 }), (steps, picks) => {
      const updates = play(steps)
      fc.pre(updates.length > 0)
      const { judge, apply } = openEmpty()
      const reference = new Y.Doc()
      for (const pick of picks) {
        const update = updates[pick % updates.length] ?? new Uint8Array()
        const verdict = judge(update)
        const trial = new Y.Doc()
        Y.applyUpdate(trial, Y.encodeStateAsUpdate(reference))
        const isWhole = applyTo(trial, update)
        expect(verdict.kind === 'gap').toBe(!isWhole)
        if (verdict.kind !== 'new') continue
        Y.applyUpdate(reference, update)
        apply(verdict.news)
      }
    }),
    { seed, numRuns: 300 },
  )
})

test(`[S6] what two people made apart is admitted whole, in one update or in many (seed ${seed})`, {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(history, (steps) => {
      const updates = play(steps)
      fc.pre(updates.length > 0)
      expect(openEmpty().judge(Y.mergeUpdates(updates)).kind).toBe('new')
      const single = openEmpty()
      const verdicts = updates.map(single.judge)
      expect(verdicts.map(({ kind }) => kind)).toEqual(updates.map(() => 'new'))
      for (const verdict of verdicts) if (verdict.kind === 'new') single.apply(verdict.news)
      single.admission.settled()
      for (const update of updates) expect(single.judge(update).kind).toBe('known')
      expect(single.judge(Y.mergeUpdates(updates)).kind).toBe('known')
    }),
    { seed, numRuns: 200 },
  )
})

test(`[A6] nothing that honest people do is taken for an attack (seed ${seed})`, () => {
  fc.assert(
    fc.property(history, fc.nat(), (steps, part) => {
      const updates = play(steps)
      for (const update of updates) readUpdate(update, limits.update)
      // What somebody who was away sends on their return.
      const doc = new Y.Doc()
      for (const update of updates) Y.applyUpdate(doc, update)
      const vector = new Map(
        [...Y.decodeStateVector(Y.encodeStateVector(doc))].map(([id, to]) => [id, part % (to + 1)]),
      )
      readUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(vector)), limits.update)
      readUpdate(Y.mergeUpdates(updates), limits.update)
    }),
    { seed, numRuns: 500 },
  )
})

test(`[A6] an update that was tampered with is refused, or can be applied and stored like any other (seed ${seed})`, {
  timeout: 60_000,
}, () => {
  const tampering = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(history, tampering, (steps, changes) => {
      const updates = play(steps)
      const base = updates.slice(0, updates.length / 2)
      const { state, judge, apply } = openEmpty()
      const admit = (update: Uint8Array) => {
        const verdict = judge(update)
        if (verdict.kind === 'new') apply(verdict.news)
        return verdict.kind === 'new'
      }
      base.forEach(admit)
      const forged = Uint8Array.from(Y.mergeUpdates(updates))
      for (const [position, value] of changes) forged[position % forged.length] = value
      if (isRefused(() => !admit(forged))) return
      const doc = new Y.Doc()
      Y.applyUpdate(doc, state.whole())
      expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
      expect(Y.decodeStateVector(Y.encodeStateVector(copy))).toEqual(Y.decodeStateVector(state.stateVector()))
    }),
    { seed, numRuns: 1_500 },
  )
})

test('[S6] an update is judged against what was accepted, durable or not', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const letter of 'abc') doc.getText('text').insert(0, letter)
  const { judge } = openEmpty()
  expect(updates.map((update) => judge(update).kind)).toEqual(['new', 'new', 'new'])
})

test('[A5] what is under the client id of somebody else is refused, and kept out', () => {
  const { judge, admission } = openEmpty(new Map([[1, 'ada']]))
  const updates = play([
    { author: 0, act: 'insert', at: 0, words: 'mine' },
    { author: 1, act: 'insert', at: 0, words: 'hers' },
  ])
  const [first = new Uint8Array(), second = new Uint8Array()] = updates
  expect(() => admission.judge(first, 'grace')).toThrow('client id of somebody else')
  expect(admission.judge(first, 'ada')).toMatchObject({ kind: 'new', news: { owners: [] } })
  expect(admission.judge(second, 'grace')).toMatchObject({
    kind: 'new',
    news: { owners: [{ client: 2, userId: 'grace' }] },
  })
  expect(judge(first).kind).toBe('known')
})

test('[A5] nobody goes on under a client id of the first state, which is the server’s', () => {
  const doc = Object.assign(new Y.Doc(), { clientID: 1 })
  doc.getText('text').insert(0, 'seed')
  const state = createRecordState(stateOf(doc))
  const before = Y.encodeStateVector(doc)
  doc.getText('text').insert(4, 'ling')
  const forged = Y.encodeStateAsUpdate(doc, before)
  expect(() => createAdmission({ state, owners: new Map(), announcerOf: nobody }).judge(forged, 'grace')).toThrow(
    'client id of somebody else',
  )
})

test('[A5] the client id of somebody whose caret is shown is theirs before they have written anything', () => {
  const { admission } = openEmpty(new Map(), (client) => (client === 1 ? 'ada' : undefined))
  const [first = new Uint8Array()] = play([{ author: 0, act: 'insert', at: 0, words: 'early' }])
  expect(() => admission.judge(first, 'grace')).toThrow('client id of somebody else')
  expect(admission.judge(first, 'ada')).toMatchObject({ kind: 'new' })
})

test('[A5] one person does not begin under a thousand client ids', () => {
  const { admission } = openEmpty()
  const begin = (clientID: number) => {
    const doc = Object.assign(new Y.Doc(), { clientID })
    doc.getText('text').insert(0, 'x')
    return admission.judge(Y.encodeStateAsUpdate(doc), 'grace')
  }
  for (let client = 1; client <= limits.personClients; client += 1) expect(begin(client).kind).toBe('new')
  expect(() => begin(limits.personClients + 1)).toThrow('Too many client ids')
})

test('[A6] one person begins so many root types and no more, and leaves room for the others', () => {
  const { admission } = openEmpty()
  const beginAs = (userId: string, client: number, names: readonly string[]) => {
    const doc = Object.assign(new Y.Doc(), { clientID: client })
    for (const name of names) doc.getText(name).insert(0, 'x')
    return admission.judge(Y.encodeStateAsUpdate(doc), userId)
  }
  const many = Array.from({ length: limits.personRootNames }, (_, index) => `root ${index}`)
  expect(beginAs('grace', 1, many).kind).toBe('new')
  expect(() => beginAs('grace', 2, ['one more'])).toThrow('more named parts')
  expect(beginAs('ada', 3, ['one more']).kind).toBe('new')
  expect(() => beginAs('ada', 4, ['n'.repeat(limits.rootNameChars + 1)])).toThrow('endless name')
})

test('[A6] two things in exactly one place are refused: Yjs would compare each with all the others', () => {
  const twice = Y.mergeUpdates(
    [1, 2].map((clientID) => {
      const doc = Object.assign(new Y.Doc(), { clientID })
      doc.getMap('map').set('key', clientID)
      return Y.encodeStateAsUpdate(doc)
    }),
  )
  expect(openEmpty().judge(twice).kind).toBe('new')
  const [one, other] = readUpdate(twice).runs
  if (one === undefined || other === undefined) throw new Error('two runs were expected')
  const forged = writeUpdate({ structs: [one, { ...other, client: one.client, from: 1, to: 2 }], deletes: [] })
  expect(() => openEmpty().judge(forged)).toThrow('exactly one place')
})

test('[A6] nobody begins one place again and again, in one frame or in many', () => {
  const { judge } = openEmpty()
  const updates = [0, 1].map((clock) => {
    const [run] = readUpdate(firstAt('key')).runs
    if (run === undefined) throw new Error('a run was expected')
    return writeUpdate({ structs: [{ ...run, from: clock, to: clock + 1 }], deletes: [] })
  })
  const [first = new Uint8Array(), second = new Uint8Array()] = updates
  expect(judge(first).kind).toBe('new')
  expect(judge(first).kind).toBe('known')
  expect(() => judge(second)).toThrow('begun twice')
})

test('[D5] of an update that repeats what is known, only the rest is kept', () => {
  const doc = Object.assign(new Y.Doc(), { clientID: 1 })
  const text = doc.getText('text')
  text.insert(0, 'abc')
  text.delete(1, 1)
  const { judge, apply } = openEmpty()
  const first = judge(Y.encodeStateAsUpdate(doc))
  if (first.kind === 'new') apply(first.news)
  text.insert(2, 'd')
  const second = judge(Y.encodeStateAsUpdate(doc))
  expect(second).toMatchObject({ kind: 'new', news: { structs: [{ client: 1, from: 3, to: 4 }], deletes: [] } })
})

const nobody = () => undefined

function firstAt(key: string): Uint8Array {
  const doc = Object.assign(new Y.Doc(), { clientID: 1 })
  doc.getMap('map').set(key, 1)
  return Y.encodeStateAsUpdate(doc)
}

function openEmpty(
  owners: ReadonlyMap<number, string> = new Map(),
  announcerOf: (client: number) => string | undefined = nobody,
) {
  const state = createRecordState(stateOf(new Y.Doc()))
  const admission = createAdmission({ state, owners, announcerOf })
  return { state, admission, judge: (update: Uint8Array) => admission.judge(update, undefined), apply: state.add }
}

function applyTo(doc: Y.Doc, update: Uint8Array): boolean {
  Y.applyUpdate(doc, update)
  return doc.store.pendingStructs === null && doc.store.pendingDs === null
}

function isRefused(judge: () => boolean): boolean {
  try {
    return judge()
  } catch (error) {
    expect(error).toMatchObject({ code: 'bad-frame' })
    return true
  }
}

function stateOf(doc: Y.Doc) {
  return { snapshot: Y.encodeStateAsUpdate(doc), layout: undefined, updates: [] }
}
