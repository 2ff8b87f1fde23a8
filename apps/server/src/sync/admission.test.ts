import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createLog } from '../log.js'
import { createAdmission } from './admission.js'
import { createRecordDocument } from './record-document.js'

const seed = Number(process.env.FC_SEED ?? 31_415)
const log = createLog('silent')

test(`[S6] of updates in any order, exactly those are new that can be applied whole (seed ${seed})`, {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(history, fc.array(fc.nat(), { minLength: 1, maxLength: 40 }), (steps, picks) => {
      const updates = play(steps)
      fc.pre(updates.length > 0)
      const { admission, apply } = openEmpty()
      const reference = new Y.Doc()
      for (const pick of picks) {
        const update = updates[pick % updates.length] ?? new Uint8Array()
        const verdict = admission.judge(update)
        const trial = new Y.Doc()
        Y.applyUpdate(trial, Y.encodeStateAsUpdate(reference))
        const isWhole = applyTo(trial, update)
        expect(verdict === 'gap').toBe(!isWhole)
        if (verdict !== 'new') continue
        Y.applyUpdate(reference, update)
        apply(update)
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
      const merged = openEmpty()
      expect(merged.admission.judge(Y.mergeUpdates(updates))).toBe('new')
      const single = openEmpty()
      for (const update of updates) expect(single.admission.judge(update)).toBe('new')
      for (const update of updates) single.apply(update)
      single.admission.settled()
      for (const update of updates) expect(single.admission.judge(update)).toBe('known')
      expect(single.admission.judge(Y.mergeUpdates(updates))).toBe('known')
    }),
    { seed, numRuns: 200 },
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
      const { document, admission, apply } = openEmpty()
      for (const update of base) if (admission.judge(update) === 'new') apply(update)
      const forged = Uint8Array.from(Y.mergeUpdates(updates))
      for (const [position, value] of changes) forged[position % forged.length] = value
      if (isRefused(() => admission.judge(forged) !== 'new')) return
      apply(forged)
      document.read((doc) => expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]))
      const copy = new Y.Doc()
      Y.applyUpdate(copy, document.snapshot())
      expect(Y.encodeStateVector(copy)).toEqual(document.stateVector())
    }),
    { seed, numRuns: 1_500 },
  )
})

test('[S6] an update is judged against what was accepted, durable or not', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const letter of 'abc') doc.getText('text').insert(0, letter)
  const { admission } = openEmpty()
  expect(updates.map((update) => admission.judge(update))).toEqual(['new', 'new', 'new'])
})

/** Two people at work on a text, a map and an XML tree; now and then they hear of one another. */
const history = fc.array(
  fc.record({
    author: fc.nat(1),
    act: fc.constantFrom('insert', 'delete', 'format', 'map', 'element', 'meet'),
    at: fc.nat(50),
    words: fc.string({ minLength: 1, maxLength: 6 }),
  }),
  { minLength: 2, maxLength: 30 },
)

type Step = typeof history extends fc.Arbitrary<(infer One)[]> ? One : never

function play(steps: readonly Step[]): Uint8Array[] {
  const docs = [1, 2].map((clientId) => Object.assign(new Y.Doc(), { clientID: clientId }))
  const updates: Uint8Array[] = []
  for (const doc of docs)
    doc.on('update', (update: Uint8Array, from: unknown) => from !== 'other' && updates.push(update))
  for (const { author, act, at, words } of steps) {
    const [doc, other] = author === 0 ? docs : [...docs].reverse()
    if (doc === undefined || other === undefined) continue
    const text = doc.getText('text')
    const place = Math.min(at, text.length)
    if (act === 'insert') text.insert(place, words)
    if (act === 'delete' && text.length > 0) text.delete(Math.min(place, text.length - 1), 1)
    if (act === 'format' && text.length > 0) text.format(0, Math.max(1, place), { bold: true })
    if (act === 'map') doc.getMap('map').set(words.slice(0, 1), [at, { words }, null])
    if (act === 'element') doc.getXmlFragment('xml').insert(0, [new Y.XmlElement('p'), new Y.XmlText(words)])
    if (act === 'meet') Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)), 'other')
  }
  return updates
}

function openEmpty() {
  const document = createRecordDocument(Y.encodeStateAsUpdate(new Y.Doc()), [], log)
  return { document, admission: createAdmission(document), apply: (update: Uint8Array) => document.apply([update]) }
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
