import type { BlockContent, Nodes } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { type ConstructName, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown'
import type { Line, Opaque } from './mdast.js'
import { printImage, printLink } from './printLink.js'
import { isTight, printList, printListItem } from './printList.js'
import { printTable } from './printTable.js'
import { printText } from './printText.js'

/** How canonical Markdown is written, where there is a choice. */
export interface Style {
  readonly emphasis: '*' | '_'
  readonly strong: '*' | '_'
  readonly fence: '`' | '~'
  readonly setext: boolean
  readonly rule: '-' | '*'
  /** `quiet` escapes what must be; `strict` leaves the decision to mdast-util-to-markdown. */
  readonly escapes: 'quiet' | 'strict'
  /** Whether `[word]` needs no backslash. */
  readonly brackets: boolean
}

export const canonicalStyle: Style = {
  emphasis: '*',
  strong: '*',
  fence: '`',
  setext: false,
  rule: '-',
  escapes: 'quiet',
  brackets: true,
}

/** Prints a block, without a final line feed. */
export function printBlock(block: BlockContent, style: Style): string {
  return print({ type: 'root', children: [block] }, style)
}

/** Prints inline nodes between the given literal characters. */
export function printLine(line: Omit<Line, 'type'>, style: Style): string {
  return print({ type: 'line', ...line }, style)
}

function print(tree: Nodes, style: Style): string {
  const { emphasis, strong, fence, setext, rule, escapes, brackets } = style
  const text = escapes === 'quiet' ? { handlers: { text: printText(brackets) } } : {}
  const choices: Options = { emphasis, strong, fence, setext, rule, fences: true, extensions: [...extensions, text] }
  return toMarkdown(tree, choices).replace(/\n$/, '')
}

const printOpaque = (node: Opaque) => node.value
printOpaque.peek = (node: Opaque) => node.value.charAt(0)

/** A line is guarded like a heading, whose end a `#` would be, and inside brackets like a link. */
const printLineNode: Handle = (node: Line, _parent, state, info) => {
  const cell: readonly ConstructName[] = node.cell ? ['tableCell'] : []
  const label: readonly ConstructName[] = node.after.startsWith(']') ? ['label'] : []
  const constructs: readonly ConstructName[] = ['headingAtx', ...cell, ...label, 'phrasing']
  const leaves = constructs.map((construct) => state.enter(construct))
  const value = state.containerPhrasing(node, { ...info, before: node.before, after: node.after })
  for (const leave of leaves.reverse()) leave()
  return value
}

const extensions: Options[] = [
  gfmToMarkdown(),
  {
    handlers: {
      image: printImage,
      link: printLink,
      list: printList,
      listItem: printListItem,
      opaque: printOpaque,
      table: printTable,
      line: printLineNode,
    },
    join: [isTight],
    // A value that looks like a slot of the template is none.
    unsafe: [{ character: '{', before: '\\{', after: '[A-Z][A-Z\\d_]*\\}\\}', inConstruct: 'phrasing' }],
  },
]
