import fc from 'fast-check'
import * as Y from 'yjs'

/** Two people at work on a text, a map and an XML tree; now and then they hear of one another. */
export const history = fc.array(
  fc.record({
    author: fc.nat(1),
    act: fc.constantFrom(
      ...(['insert', 'insert', 'delete', 'delete', 'format', 'map', 'unmap', 'element', 'write', 'remove'] as const),
      ...(['undo', 'redo', 'meet', 'meet'] as const),
    ),
    at: fc.nat(50),
    words: fc.string({ minLength: 1, maxLength: 6 }),
  }),
  { minLength: 2, maxLength: 40 },
)

export type Step = typeof history extends fc.Arbitrary<(infer One)[]> ? One : never

/** @returns the updates in the order in which they were made; all of them together are the whole history. */
export function play(steps: readonly Step[]): Uint8Array[] {
  const [ada, grace] = [openDesk(1), openDesk(2)]
  const updates: Uint8Array[] = []
  for (const { doc } of [ada, grace]) {
    doc.on('update', (update: Uint8Array, from: unknown) => from !== 'other' && updates.push(update))
  }
  for (const step of steps) {
    if (step.author === 0) acts[step.act](ada, step, grace)
    else acts[step.act](grace, step, ada)
  }
  return updates
}

interface Desk {
  readonly doc: Y.Doc
  readonly text: Y.Text
  readonly map: Y.Map<unknown>
  readonly xml: Y.XmlFragment
  readonly undoing: Y.UndoManager
}

function openDesk(clientID: number): Desk {
  const doc = Object.assign(new Y.Doc(), { clientID })
  const shared = { text: doc.getText('text'), map: doc.getMap('map'), xml: doc.getXmlFragment('xml') }
  return { doc, ...shared, undoing: new Y.UndoManager(Object.values(shared), { captureTimeout: 0 }) }
}

type Act = (desk: Desk, step: Step, other: Desk) => void

const acts: Readonly<Record<Step['act'], Act>> = {
  insert: ({ text }, { at, words }) => text.insert(Math.min(at, text.length), words),
  delete({ text }, { at }) {
    if (text.length > 0) text.delete(Math.min(at, text.length - 1), 1)
  },
  format({ text }, { at }) {
    if (text.length > 0) text.format(0, Math.max(1, Math.min(at, text.length)), { bold: at % 3 === 0 ? null : true })
  },
  map({ map }, { at, words }) {
    map.set(words.slice(0, 1), [at, { words }, null])
  },
  unmap: ({ map }, { words }) => map.delete(words.slice(0, 1)),
  element: ({ xml }, { at, words }) => xml.insert(at % (xml.length + 1), [paragraph(words), new Y.XmlText(words)]),
  write({ xml }, { at, words }) {
    for (const text of xml.createTreeWalker((node) => node instanceof Y.XmlText)) {
      if (!(text instanceof Y.XmlText)) continue
      text.insert(Math.min(at, text.length), words)
      if (text.length > 3) text.delete(0, 2)
    }
  },
  remove({ xml }, { at }) {
    if (xml.length > 0) xml.delete(at % xml.length, 1)
  },
  undo({ undoing }) {
    undoing.undo()
  },
  redo({ undoing }) {
    undoing.redo()
  },
  meet: ({ doc }, _step, other) =>
    Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other.doc)), 'other'),
}

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement('p')
  element.setAttribute('lang', words)
  element.insert(0, [new Y.XmlText(words)])
  return element
}
