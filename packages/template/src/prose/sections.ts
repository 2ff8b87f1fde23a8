import type { RootContent } from 'mdast'
import { createCache, itself } from '../cache.js'
import { blocksFromMdast } from './fromMdast.js'
import { isPlainLine } from './plain.js'
import { offsets, readMarkdown } from './reader.js'
import { element, type ProseNode, textNode } from './schema.js'

/** A block as it was written. The gaps and sources of all sections, one after the other, are the whole text. */
export interface Section {
  readonly node: ProseNode
  /** Whole lines, without the last line feed. */
  readonly source: string
  /** What separates the section from the one before, `''` for the first. */
  readonly gap: string
  /** Its syntax tree, with offsets into the text it was cut from. */
  readonly tree: RootContent
}

/** Markdown cut into its blocks. */
export interface Text {
  readonly markdown: string
  readonly sections: readonly Section[]
}

/**
 * Reads Markdown, block by block.
 * @returns the sections of the text with `\n` line ends and without blank lines before and after it.
 * @throws MarkdownError when it is too deep or too large.
 */
export function readText(markdown: string): Text {
  const lines = markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const start = lines.search(/[^ \t\n]/)
  return texts.get(start < 0 ? '' : withoutBlankEnd(lines.slice(lineStart(lines, start))))
}

const texts = createCache<string, Text>(
  (markdown) => ({ markdown, sections: isPlainLine(markdown) ? [plainSection(markdown)] : cut(markdown) }),
  itself,
  { entries: 4_096, characters: 4_194_304 },
)

function plainSection(markdown: string): Section {
  const node = element('paragraph', {}, [textNode(markdown)])
  return { node, source: markdown, gap: '', tree: { type: 'paragraph', children: [] } }
}

function cut(markdown: string): Section[] {
  const blocks = blocksFromMdast(readMarkdown(markdown), markdown)
  return cutLines(markdown, blocks)
}

/**
 * Cuts the lines of blocks (or of the items of a list) that follow one another.
 */
export function cutLines(
  markdown: string,
  blocks: readonly { readonly tree: RootContent; readonly node: ProseNode }[],
): Section[] {
  let end = 0
  const starts = blocks.map(({ tree }) => {
    // A heading right after a definition is said to start where the definition does.
    const from = Math.max(offsets(tree).start, end)
    end = offsets(tree).end
    return lineStart(markdown, from + markdown.slice(from).search(/[^ \t\n]/))
  })
  let gap = ''
  return blocks.map(({ tree, node }, index) => {
    const next = starts[index + 1]
    const region = markdown.slice(starts[index], next ?? lineEnd(markdown, offsets(tree).end))
    const source = withoutBlankEnd(region)
    const section = { node, source, gap, tree }
    gap = region.slice(source.length)
    return section
  })
}

/** Blank lines at the end go; white space at the end of the last line stays. */
function withoutBlankEnd(text: string): string {
  let end = text.length
  while (/[ \t\n]/.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, lineEnd(text, end))
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}
