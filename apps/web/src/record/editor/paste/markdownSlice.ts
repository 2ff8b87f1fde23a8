import { MarkdownError, type ProseNode, parseInline, parseProse } from '@colophon/template'
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { joined } from '../line.js'

/**
 * What a text says as Markdown, as blocks.
 * @returns `null` when it says no more than its lines do: then it is text, and its lines stay lines.
 * @see docs/spec.md M1
 */
export function blocksSlice(text: string, schema: Schema): Slice | null {
  const nodes = read(() => parseProse(text.replace(/\r\n?/g, '\n')))
  if (!nodes.some(saysMore)) return null
  const content = Fragment.fromArray(nodes.map((node) => schema.nodeFromJSON(node)))
  // At its ends, a paragraph joins the one that it is pasted into.
  return new Slice(content, isParagraph(content.firstChild) ? 1 : 0, isParagraph(content.lastChild) ? 1 : 0)
}

/** The same for one line of text; what looks like the start of a block is text there. */
export function lineSlice(text: string, schema: Schema): Slice | null {
  const nodes = read(() => parseInline(joined(text).trim()))
  if (!nodes.some(isMarked)) return null
  return new Slice(Fragment.fromArray(nodes.map((node) => schema.nodeFromJSON(node))), 0, 0)
}

/** Text as it is, a paragraph for each of its lines. */
export function plainSlice(text: string, schema: Schema): Slice {
  const { paragraph } = schema.nodes
  if (paragraph === undefined) throw new Error('This editor has no paragraphs to paste text into.')
  const lines = text.split(/(?:\r\n?|\n)+/)
  return Slice.maxOpen(Fragment.fromArray(lines.map((line) => paragraph.create(null, line ? schema.text(line) : null))))
}

/** What is too deep or too large to be read as Markdown is pasted as the text it is. */
function read(parse: () => readonly ProseNode[]): readonly ProseNode[] {
  try {
    return parse()
  } catch (error) {
    if (error instanceof MarkdownError) return []
    throw error
  }
}

const saysMore = (node: ProseNode): boolean => node.type !== 'paragraph' || (node.content ?? []).some(isMarked)

/** An address that reads as a link says no more than its text. */
function isMarked({ type, text, marks = [] }: ProseNode): boolean {
  return type !== 'text' || marks.some((mark) => mark.type !== 'link' || mark.attrs?.href !== text)
}

const isParagraph = (node: Node | null) => node?.type.name === 'paragraph'
