import type { PhrasingContent, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'

/** Prints a piece of a syntax tree that is not to be edited as rich text, where its slice of the source is not in one piece. */
export function printSource(node: RootContent | PhrasingContent): string {
  return toMarkdown(node, { bullet: '-', rule: '-', extensions: [gfmToMarkdown()] }).replace(/\n$/, '')
}
