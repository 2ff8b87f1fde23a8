import * as Y from 'yjs'
import { cleanText } from './characters.js'
import { inParagraphs } from './normal.js'
import { element, mark, type ProseMark, type ProseNode, specOf, textNode } from './schema.js'
import { mergeTexts } from './texts.js'

/** Deeper than this only the text is kept: nobody reads it, and nothing may overflow. */
const maxElementDepth = 96

/**
 * The content of a fragment as plain nodes. What the document has no node for keeps its text; attributes with their default
 * value are left out; text between blocks gets a paragraph.
 */
export function proseNodes(fragment: Y.XmlFragment): ProseNode[] {
  return inParagraphs(childrenOf(fragment, 0))
}

/** Whether a fragment holds nothing to read: no text but white space, and nothing that shows without text. */
export function isEmptyProse(fragment: Y.XmlFragment): boolean {
  return leavesOf(fragment).every((leaf) =>
    leaf instanceof Y.XmlText ? cleanText(textOf(leaf)).trim() === '' : !showsAlone(leaf.nodeName),
  )
}

type Child = ReturnType<Y.XmlFragment['toArray']>[number]

function childrenOf(parent: Y.XmlFragment, depth: number): ProseNode[] {
  return mergeTexts(parent.toArray().flatMap((child) => nodesOf(child, depth)))
}

function nodesOf(child: Child, depth: number): ProseNode[] {
  if (child instanceof Y.XmlText) return textNodes(child)
  if (!(child instanceof Y.XmlElement)) return []
  const spec = specOf(child.nodeName)
  if (depth >= maxElementDepth || spec?.content === 'text') {
    const texts = leavesOf(child).flatMap((leaf) => (leaf instanceof Y.XmlText ? [textOf(leaf)] : []))
    const content = mergeTexts([textNode(texts.join(''))])
    return spec?.content === 'text' ? [element(child.nodeName, attributesOf(child), content)] : content
  }
  const content = childrenOf(child, depth + 1)
  return spec ? [element(child.nodeName, attributesOf(child), content)] : content
}

function textNodes(text: Y.XmlText): ProseNode[] {
  const delta: readonly Delta[] = text.toDelta()
  return delta.flatMap(({ insert, attributes = {} }) =>
    typeof insert === 'string' ? [textNode(wellFormed(insert), Object.entries(attributes).flatMap(marksOf))] : [],
  )
}

/** A half surrogate is lost on the way to other replicas; here it is what it will be there. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD')

function attributesOf(child: Y.XmlElement): Record<string, unknown> {
  const attributes: Readonly<Record<string, unknown>> = child.getAttributes()
  const entries = Object.entries(attributes)
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? wellFormed(value) : value]),
  )
}

interface Delta {
  readonly insert?: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

/** y-tiptap appends a hash to the names of marks that may overlap with themselves. */
function marksOf([name, value]: readonly [string, unknown]): ProseMark[] {
  const attrs = typeof value === 'object' && value !== null ? { ...value } : {}
  const made = mark(name.replace(/--[a-zA-Z0-9+/=]{8}$/, ''), attrs)
  return made ? [made] : []
}

function textOf(text: Y.XmlText): string {
  return textNodes(text)
    .map((node) => node.text)
    .join('')
}

/** Texts, and elements without children, in no particular depth: a forged document can nest without end. */
function leavesOf(root: Y.XmlFragment): (Y.XmlElement | Y.XmlText)[] {
  const leaves: (Y.XmlElement | Y.XmlText)[] = []
  const open: Child[] = root.toArray().reverse()
  for (let child = open.pop(); child; child = open.pop()) {
    if (child instanceof Y.XmlText) leaves.push(child)
    else if (child instanceof Y.XmlElement) {
      if (child.length === 0) leaves.push(child)
      open.push(...child.toArray().reverse())
    }
  }
  return leaves
}

function showsAlone(name: string): boolean {
  return specOf(name)?.content === 'none' && name !== 'hardBreak'
}
