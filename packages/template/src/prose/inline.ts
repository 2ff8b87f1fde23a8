import { createCache } from '../cache.js'
import { unlessRefused } from './errors.js'
import { oneLine } from './line.js'
import { normalInline } from './normalInline.js'
import { asRead } from './opaque.js'
import { parseLine } from './parseLine.js'
import { plainLineOf } from './plain.js'
import { canonicalStyle, printLine } from './printer.js'
import { type Form, plain, quiet, strict } from './render.js'
import { blocksOf } from './says.js'
import { type ProseNode, sameNodes } from './schema.js'
import { lineToMdast } from './toMdast.js'

export { linkified } from './bare.js'
export { inlineNodes, plainText } from './line.js'
export { writeInline } from './write.js'

/** Where a line of inline content is printed, and read. */
export interface InlineOptions {
  /** In a cell of a table, where a pipe needs a backslash even in code. */
  readonly cell?: boolean
  /** At the start of a block's line, where it could open another block. */
  readonly atBreak?: boolean
  /** The literal characters of the line on both sides; empty at its ends. */
  readonly before?: string
  readonly after?: string
}

/**
 * Reads one line of inline Markdown; what looks like the start of a block is text.
 * @throws MarkdownError when it is too deep or too large.
 */
export function parseInline(markdown: string, { cell = false }: InlineOptions = {}): ProseNode[] {
  return [...parseLine(cell ? markdown.replaceAll('\\|', '|') : markdown)]
}

/**
 * Prints inline content as Markdown that stays in its place: no line feed, no block, no end of a cell or heading.
 * `parseInline` reads the same from it, for nodes in the form of `normalLine`.
 * @see docs/spec.md T4, M3
 */
export function inlineToMarkdown(nodes: readonly ProseNode[], options: InlineOptions = {}): string {
  return plainLineOf(nodes) ?? printed.get({ nodes, options })
}

/** A record is printed again and again, and most of its lines are as they were. */
const printed = createCache<{ nodes: readonly ProseNode[]; options: InlineOptions }, string>(
  ({ nodes, options }) => settled(nodes, options, 3),
  JSON.stringify,
  { entries: 4_096, characters: 1_048_576 },
)

/** What is not printed quietly may read as something that can be: until that is the same again, the text is not stable. */
function settled(nodes: readonly ProseNode[], options: InlineOptions, rounds: number): string {
  const { cell = false, atBreak = false } = options
  const expected = normalLine(nodes, options)
  const fits = (text: string) =>
    sameNodes(normalLine(parseInline(text, options), options), expected) && (!atBreak || staysInline(text))
  const print = ({ opaque, escapes }: Form) => {
    const children = lineToMdast(normalIn(nodes, opaque, cell))
    const around = { before: atBreak ? '\n' : options.before || ' ', after: options.after || '\n' }
    return printLine({ children, cell, ...around }, { ...canonicalStyle, escapes })
  }
  return unlessRefused(
    () => {
      const quietly = print(quiet)
      if (fits(quietly)) return quietly
      const strictly = print(strict)
      const text = fits(strictly) ? strictly : print(plain)
      return rounds === 0 ? text : settled(parseInline(text, options), options, rounds - 1)
    },
    () => print(strict),
  )
}

function staysInline(text: string): boolean {
  return blocksOf(text).every(({ type }, index) => type === 'paragraph' && index === 0)
}

/** The form in which two lines that print the same are the same. */
export function normalLine(nodes: readonly ProseNode[], { cell = false }: InlineOptions = {}): ProseNode[] {
  return normalIn(nodes, asRead, cell)
}

function normalIn(nodes: readonly ProseNode[], { inline, guarded }: Form['opaque'], cell: boolean): ProseNode[] {
  return normalInline(oneLine(nodes), { line: true, htmlBreaks: false, cell, opaque: inline, guarded })
}
