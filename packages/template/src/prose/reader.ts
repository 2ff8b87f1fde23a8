import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { MarkdownError } from './errors.js'
import { checkLimits } from './limits.js'

// Without the transforms, which look for addresses in text once more and take even those that were escaped.
const extensions = gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension)
const options = { extensions: [gfm()], mdastExtensions: extensions }

/**
 * Parses CommonMark with GFM. A call of a footnote is one wherever it stands: the footnote itself may be elsewhere in the file.
 * @throws MarkdownError when the text is too deep or too large.
 */
export function readMarkdown(markdown: string): Root {
  checkLimits(markdown)
  const notes = footnotes(markdown)
  if (notes === '') return parse(markdown)
  const root = parse(markdown + notes)
  const children = root.children.filter((child) => offsets(child).start < markdown.length)
  // An open fence or comment would swallow what was added.
  const swallowed = children.some((child) => offsets(child).end > markdown.length)
  return swallowed ? parse(markdown) : { ...root, children }
}

/** Where a node stands in its source, in UTF-16 code units. A node that a transform made has no place: `start` is `end`. */
export function offsets(node: Nodes): { start: number; end: number } {
  return { start: Number(node.position?.start.offset), end: Number(node.position?.end.offset) }
}

/** A note for every call; where the text has its own, that one counts. */
function footnotes(markdown: string): string {
  const calls = new Set(Array.from(markdown.matchAll(/\[\^[\w.+-]{1,100}\]/g), ([call]) => call))
  return [...calls].map((call) => `\n\n${call}: .`).join('')
}

function parse(markdown: string): Root {
  try {
    return fromMarkdown(markdown, options)
  } catch (cause) {
    // The parser accepts any text: all that can happen to it is that it runs out of stack.
    throw new MarkdownError('too-deep', { cause })
  }
}
