import type * as Y from 'yjs'
import { proseNodes } from './fragment.js'
import { normalInline } from './normalInline.js'
import { attribute, element, type ProseNode, specOf, textNode, textOf } from './schema.js'
import { mergeTexts } from './texts.js'

/** The content of a one-line slot: its paragraphs joined by spaces, breaks as spaces. */
export function inlineNodes(fragment: Y.XmlFragment): ProseNode[] {
  return oneLine(proseNodes(fragment).flatMap((block, index) => (index === 0 ? block : [textNode(' '), block])))
}

/** The text of inline content, without its marks; an image as its description. */
export function plainText(nodes: readonly ProseNode[]): string {
  return oneLine(nodes)
    .map((node) => node.text ?? attribute(node, 'alt'))
    .join('')
}

/**
 * The normal form of a line in which what is kept as Markdown is taken for what it says it is. `normalLine` reads it again,
 * which needs a parser; for whatever was read or written here the two are the same.
 */
export function trustedLine(nodes: readonly ProseNode[]): ProseNode[] {
  const opaque = (source: string) => [element('markdownInline', { source })]
  return normalInline(oneLine(nodes), { line: true, htmlBreaks: false, cell: false, opaque, guarded: false })
}

/** One line of leaves. */
export function oneLine(nodes: readonly ProseNode[]): ProseNode[] {
  return mergeTexts(nodes.flatMap(leavesOf))
}

function leavesOf(node: ProseNode): ProseNode[] {
  if (node.type === 'hardBreak') return [textNode(' ')]
  if (node.type === 'text') return [textNode(textOf(node).replace(/\s*\n\s*/g, ' '), node.marks)]
  if (specOf(node.type)?.group === 'inline') return [node]
  return node.content?.flatMap(leavesOf) ?? []
}
