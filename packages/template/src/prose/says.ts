import { createCache, itself } from '../cache.js'
import { normalBlocks } from './normal.js'
import { asRead } from './opaque.js'
import { type ProseNode, sameNodes } from './schema.js'
import { readText } from './sections.js'

/** The nodes that Markdown reads as. */
export function blocksOf(markdown: string): ProseNode[] {
  return readText(markdown).sections.map(({ node }) => node)
}

/** Whether `markdown` says what `blocks`, in their normal form, say. */
export function says(markdown: string, blocks: readonly ProseNode[]): boolean {
  return sameNodes(meanings.get(markdown), blocks)
}

/** The normal form of a node; remembered for as long as the node is. */
export function normalOf(node: ProseNode): readonly ProseNode[] {
  const known = normals.get(node)
  if (known) return known
  const normal = normalBlocks([node], asRead)
  normals.set(node, normal)
  return normal
}

const normals = new WeakMap<ProseNode, readonly ProseNode[]>()

const meanings = createCache((markdown: string) => normalBlocks(blocksOf(markdown), asRead), itself, {
  entries: 1_024,
  characters: 1_048_576,
})
