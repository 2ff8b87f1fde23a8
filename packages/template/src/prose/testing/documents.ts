import * as Y from 'yjs'
import { proseNodes } from '../fragment.js'
import { markdownToProse, proseToMarkdown } from '../markdown.js'
import { memoryName } from '../memory.js'
import type { ProseOptions } from '../options.js'
import type { ProseNode } from '../schema.js'
import { writeProse } from '../write.js'

/** A fragment of a document of its own. */
export function newFragment(name = 'PROSE'): Y.XmlFragment {
  return new Y.Doc().getXmlFragment(name)
}

/** A fragment of a document of its own, into which the Markdown was imported. */
export function imported(markdown: string): Y.XmlFragment {
  const fragment = newFragment()
  markdownToProse(markdown, fragment)
  return fragment
}

/** The same, with nothing remembered. */
export function importedOnly(markdown: string): Y.XmlFragment {
  const fragment = imported(markdown)
  fragment.doc?.getMap(memoryName).clear()
  return fragment
}

/** The imported Markdown, printed after its top-level blocks were changed. */
export function edited(
  markdown: string,
  change: (blocks: ProseNode[]) => readonly ProseNode[],
  options?: ProseOptions,
): string {
  const fragment = imported(markdown)
  writeProse(change(proseNodes(fragment)), fragment)
  return proseToMarkdown(fragment, options)
}

/** The same node with one text in it replaced. */
export function replaced(node: ProseNode, from: string, to: string): ProseNode {
  const text = node.text?.replace(from, to)
  const content = node.content?.map((child) => replaced(child, from, to))
  return { ...node, ...(text !== undefined && { text }), ...(content && { content }) }
}
