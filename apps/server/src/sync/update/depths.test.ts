import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createRecordState } from '../room/record-state.js'
import { createDepths } from './depths.js'
import { readUpdate, type Structs } from './update-reader.js'

const seed = Number(process.env.FC_SEED ?? 27_182)

/** Three people who grow one tree, each knowing of the others only what was told so far. */
const growth = fc.array(
  fc.record({
    author: fc.nat(2),
    act: fc.constantFrom('element', 'element', 'text', 'letters', 'remove', 'meet'),
    under: fc.nat(30),
    at: fc.nat(5),
  }),
  { minLength: 1, maxLength: 60 },
)

test(`[A6] how deep a type stands is known as a document would know it, in one update or in many (seed ${seed})`, () => {
  fc.assert(
    fc.property(growth, fc.nat(), (steps, told) => {
      const updates = grow(steps)
      fc.pre(updates.length > 0)
      const { doc, read } = openRecord()
      for (const update of updates) expect(read(update)).toBe(deepestIn(doc, update))

      const half = Y.mergeUpdates(updates.slice(0, told % updates.length))
      const returned = openRecord(half)
      const rest = Y.mergeUpdates(updates.slice(told % updates.length))
      expect(returned.read(rest)).toBe(deepestIn(returned.doc, rest))
    }),
    { seed, numRuns: 300 },
  )
})

test('[A6] what was refused is forgotten, and what comes in its place is read anew', () => {
  const held: Structs[] = []
  const depths = createDepths((client, from) => held.filter((part) => part.client === client && part.to > from))
  const [deep, flat] = [chain(5), chain(2)]
  const [deepRun, flatRun] = [deep, flat].map((update) => readUpdate(update).runs[0])
  if (deepRun === undefined || flatRun === undefined) throw new Error('two runs were expected')
  held.push(deepRun)
  expect(depths.read([deepRun], 3)).toBe(4)
  depths.forget(deepRun.client, 0)
  held.splice(0, 1, flatRun)
  expect(depths.read([flatRun], 3)).toBe(2)
})

/** One element in another. */
function chain(depth: number): Uint8Array {
  const doc = Object.assign(new Y.Doc(), { clientID: 1 })
  let parent: Y.XmlFragment = doc.getXmlFragment('tree')
  for (let level = 0; level < depth; level += 1) {
    const element = new Y.XmlElement('p')
    parent.insert(0, [element])
    parent = element
  }
  return Y.encodeStateAsUpdate(doc)
}

/** A record that holds `update`, and tells of each further one how deep the deepest type of it stands. */
function openRecord(update = Y.encodeStateAsUpdate(new Y.Doc())) {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, update)
  const state = createRecordState({ snapshot: update, layout: undefined, updates: [] })
  const depths = createDepths((client, from) => {
    const part = state.structsFrom(client, from)
    return part === undefined ? [] : [part]
  })
  return {
    doc,
    read(more: Uint8Array): number {
      Y.applyUpdate(doc, more)
      const { runs, deletes } = readUpdate(more)
      state.add({ structs: runs, deletes })
      return depths.read(runs, Number.POSITIVE_INFINITY)
    },
  }
}

function deepestIn(doc: Y.Doc, update: Uint8Array): number {
  const depths = readUpdate(update).runs.flatMap(({ client, from, to }) =>
    (doc.store.clients.get(client) ?? [])
      .filter(({ id }) => id.clock >= from && id.clock < to)
      .map((struct) => (struct instanceof Y.Item && struct.content instanceof Y.ContentType ? depthOf(struct) : 0)),
  )
  return Math.max(0, ...depths)
}

function depthOf(item: Y.Item): number {
  let depth = 1
  for (let parent = item.parent; parent instanceof Y.AbstractType && parent._item !== null; depth += 1) {
    parent = parent._item.parent
  }
  return depth
}

type Step = typeof growth extends fc.Arbitrary<(infer One)[]> ? One : never

function grow(steps: readonly Step[]): Uint8Array[] {
  const docs = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc({ gc: false }), { clientID }))
  const updates: Uint8Array[] = []
  for (const doc of docs)
    doc.on('update', (update: Uint8Array, from: unknown) => from !== 'other' && updates.push(update))
  for (const { author, act, under, at } of steps) {
    const doc = docs[author] ?? new Y.Doc()
    const tree = doc.getXmlFragment('tree')
    const parents = [tree, ...tree.createTreeWalker(() => true)].filter((node) => node instanceof Y.XmlFragment)
    const parent = parents[under % parents.length] ?? tree
    if (act === 'element') parent.insert(at % (parent.length + 1), [new Y.XmlElement('p')])
    else if (act === 'text') parent.insert(at % (parent.length + 1), [new Y.XmlText('words')])
    else if (act === 'remove' && parent.length > 0) parent.delete(at % parent.length, 1)
    else if (act === 'letters') {
      for (const child of parent.toArray()) if (child instanceof Y.XmlText) mix(child, at)
    } else if (act === 'meet') {
      for (const other of docs) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), 'other')
    }
  }
  return updates
}

/** Letters, and a type beside them. */
function mix(text: Y.XmlText, at: number): void {
  text.insert(Math.min(at, text.length), 'ab')
  text.insertEmbed(Math.min(at + 1, text.length), new Y.XmlElement('b'))
}
