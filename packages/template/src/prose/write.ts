import * as Y from 'yjs'
import { type AttributeValue, contentOf, element, type ProseNode } from './schema.js'

/** Replaces what a fragment holds. A fragment without content gets one empty paragraph, for two people to type into. */
export function writeProse(nodes: readonly ProseNode[], fragment: Y.XmlFragment): void {
  inTransaction(fragment, () => {
    // Outside of a document it is new, and Yjs does not want to be asked.
    if (fragment.doc) fragment.delete(0, fragment.length)
    const [only, ...others] = nodes
    const isEmpty = !only || (others.length === 0 && only.type === 'paragraph' && !only.content)
    fragment.insert(0, isEmpty ? [emptyParagraph()] : typesOf(nodes))
  })
}

/** Replaces what the fragment of a one-line slot holds. */
export function writeInline(nodes: readonly ProseNode[], fragment: Y.XmlFragment): void {
  writeProse([element('paragraph', {}, nodes)], fragment)
}

/** Runs `change` as one transaction, if the fragment is part of a document. */
export function inTransaction(fragment: Y.XmlFragment, change: () => void): void {
  if (fragment.doc) fragment.doc.transact(change)
  else change()
}

/** Without its own text, each of two people who type at once would make one. */
function emptyParagraph(): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText()])
  return paragraph
}

/** One text for each run of text nodes, as the editor's binding writes them. */
function typesOf(nodes: readonly ProseNode[]): (Y.XmlElement | Y.XmlText)[] {
  const runs: ProseNode[][] = []
  for (const node of nodes) {
    const last = runs.at(-1)
    if (node.type === 'text' && last?.[0]?.type === 'text') last.push(node)
    else runs.push([node])
  }
  return runs.map((run) => run.flatMap((node) => (node.type === 'text' ? [] : elementOf(node)))[0] ?? textOf(run))
}

function textOf(nodes: readonly ProseNode[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(
    nodes.map(({ text: insert, marks = [] }) => ({
      insert,
      attributes: Object.fromEntries(marks.map(({ type, attrs = {} }) => [type, attrs])),
    })),
  )
  return text
}

function elementOf(node: ProseNode): Y.XmlElement {
  const made = new Y.XmlElement(node.type)
  const attributes: Y.XmlElement<Record<string, AttributeValue>> = made
  for (const [name, value] of Object.entries(node.attrs ?? {})) attributes.setAttribute(name, value)
  made.insert(0, typesOf(contentOf(node)))
  return made
}
