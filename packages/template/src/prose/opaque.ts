import { unlessRefused } from './errors.js'
import { normalBlocks, type Opaque } from './normal.js'
import { parseLine } from './parseLine.js'
import { element, type ProseNode, sameNodes, textNode } from './schema.js'
import { readText } from './sections.js'

/** As it was read: what is kept as Markdown is what it is. */
const trusting: Opaque = {
  block: (source) => [element('markdown', { source })],
  inline: (source) => [element('markdownInline', { source })],
  guarded: false,
}

/** As text: the last resort, for what would change its surroundings. */
export const asText: Opaque = {
  block: (source) => [element('codeBlock', { language: 'markdown' }, [textNode(source)])],
  inline: (source) => [textNode(source)],
  guarded: true,
}

/** As it reads: a source that is ordinary Markdown (somebody edited it, or forged it) becomes ordinary nodes. */
export const asRead: Opaque = { block: readBlock, inline: readInline, guarded: false }

/** As it reads; no line of text begins with HTML, and none that could belong to a list is indented. */
export const asReadGuarded: Opaque = {
  block: (source) => readBlock(source.trimStart()),
  inline: readInline,
  guarded: true,
}

function readBlock(source: string): readonly ProseNode[] {
  return unlessRefused(
    () => normalBlocks(readBlocks(source), trusting),
    () => asText.block(source),
  )
}

function readInline(source: string): readonly ProseNode[] {
  const itself = element('markdownInline', { source })
  // Behind a word no HTML starts a block, and what spans lines can do so.
  const expected = [element('paragraph', {}, [textNode('x '), itself])]
  return unlessRefused(
    () => (sameNodes(readBlocks(`x ${source}`), expected) ? [itself] : parseLine(source)),
    () => asText.inline(source),
  )
}

function readBlocks(markdown: string): ProseNode[] {
  return readText(markdown).sections.map(({ node }) => node)
}
