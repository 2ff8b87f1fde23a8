import type * as Y from 'yjs'
import { compose, noMemory } from './compose.js'
import { unlessRefused } from './errors.js'
import { proseNodes } from './fragment.js'
import { rememberedMarkdown, rememberMarkdown } from './memory.js'
import { inParagraphs } from './normal.js'
import type { ProseOptions } from './options.js'
import type { ProseNode } from './schema.js'
import { readText } from './sections.js'
import { inTransaction, writeProse } from './write.js'

/**
 * Replaces a fragment's content by what the Markdown says, and remembers the Markdown for those of its blocks that nobody
 * will touch.
 * @param markdown line ends are `\n`; blank lines before and after are not part of it.
 * @throws MarkdownError when it is too deep or too large; the fragment is as it was.
 * @see docs/spec.md M1, M2, M4
 */
export function markdownToProse(markdown: string, fragment: Y.XmlFragment): void {
  const text = readText(markdown)
  inTransaction(fragment, () => {
    writeProse(
      text.sections.map(({ node }) => node),
      fragment,
    )
    rememberMarkdown(fragment, text.markdown)
  })
}

/**
 * Prints a fragment as Markdown: the blocks that were imported and are still the same exactly as they were, all others in
 * a canonical form. Printed, read and printed again it is the same.
 * @returns lines end in `\n`, the last one has no end; `''` for an empty fragment.
 * @see docs/spec.md M1–M3
 */
export function proseToMarkdown(fragment: Y.XmlFragment, options: ProseOptions = {}): string {
  const memory = unlessRefused(
    () => readText(rememberedMarkdown(fragment)),
    () => noMemory,
  )
  return compose(proseNodes(fragment), memory, options)
}

/**
 * Reads Markdown as nodes.
 * @throws MarkdownError when it is too deep or too large.
 */
export function parseProse(markdown: string): ProseNode[] {
  return readText(markdown).sections.map(({ node }) => node)
}

/** Prints nodes in the canonical form. */
export function printProse(nodes: readonly ProseNode[], options: ProseOptions = {}): string {
  return compose(inParagraphs(nodes), noMemory, options)
}
