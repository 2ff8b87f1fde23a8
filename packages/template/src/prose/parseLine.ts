import { createCache, itself } from '../cache.js'
import { blocksFromMdast } from './fromMdast.js'
import { isPlainLine } from './plain.js'
import { readMarkdown } from './reader.js'
import { contentOf, type ProseNode, textNode } from './schema.js'

/**
 * Reads one line of inline Markdown; what looks like the start of a block is text.
 * @throws MarkdownError when it is too deep or too large.
 */
export function parseLine(markdown: string): readonly ProseNode[] {
  return lines.get(markdown)
}

const lines = createCache<string, readonly ProseNode[]>(
  (markdown) => {
    if (isPlainLine(markdown)) return [textNode(markdown)]
    // A heading holds one line of inline content and nothing else; the closing mark keeps a `#` at the end.
    const heading = `# ${markdown.replace(/\\?[\r\n]+/g, ' ')} #`
    return blocksFromMdast(readMarkdown(heading), heading).flatMap(({ node }) => contentOf(node))
  },
  itself,
  { entries: 4_096, characters: 1_048_576 },
)
