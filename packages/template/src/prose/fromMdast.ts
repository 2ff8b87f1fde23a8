import type { Definition, List, Nodes, Root, RootContent, Table } from 'mdast'
import { inlineFromMdast, type Source } from './fromInline.js'
import { printSource } from './printSource.js'
import { offsets } from './reader.js'
import { element, type ProseNode, textNode } from './schema.js'

/** Turns Markdown's syntax tree into blocks, one for each child of the root. */
export function blocksFromMdast(root: Root, markdown: string): { tree: RootContent; node: ProseNode }[] {
  const definitions = new Map<string, Definition>()
  collectDefinitions(root, definitions)
  const source = { markdown, definitions, line: false }
  return root.children.map((tree) => ({ tree, node: fromBlock(tree, source, true) }))
}

function fromBlock(node: RootContent, source: Source, atRoot: boolean): ProseNode {
  switch (node.type) {
    case 'paragraph':
      return element('paragraph', {}, inlineFromMdast(node.children, source))
    case 'heading':
      return element(
        'heading',
        { level: node.depth },
        inlineFromMdast(node.children, { ...source, line: node.depth > 2 }),
      )
    case 'blockquote':
      return element('blockquote', {}, withParagraph(fromBlocks(node.children, source)))
    case 'code':
      return element('codeBlock', { language: node.lang, meta: node.meta }, node.value ? [textNode(node.value)] : [])
    case 'thematicBreak':
      return element('horizontalRule')
    case 'list':
      return fromList(node, source)
    case 'table':
      return fromTable(node, source) ?? toOpaque(node, source, atRoot)
    case 'html':
      // Open HTML goes on to the end of the text, and the blank lines there are not part of it.
      return element('markdown', { source: node.value.trimEnd() })
    default:
      return toOpaque(node, source, atRoot)
  }
}

function fromBlocks(nodes: readonly RootContent[], source: Source): ProseNode[] {
  return nodes.map((node) => fromBlock(node, source, false))
}

function fromList(list: List, source: Source): ProseNode {
  const loose = Boolean(list.spread) || list.children.some(({ spread }) => spread)
  const isTasks = !list.ordered && list.children.every(({ checked }) => typeof checked === 'boolean')
  const items = list.children.map(({ checked, children }) => {
    const content = fromBlocks(children, source)
    // The editor wants a paragraph first in every item.
    const first = content[0]?.type === 'paragraph' ? [] : [element('paragraph')]
    return element(isTasks ? 'taskItem' : 'listItem', { checked }, [...first, ...content])
  })
  if (isTasks) return element('taskList', { loose }, items)
  return list.ordered
    ? element('orderedList', { start: list.start, loose }, items)
    : element('bulletList', { loose }, items)
}

/** Nothing for a table in which a row has more cells than the head: those would not be shown, and would be lost. */
function fromTable({ align, children }: Table, source: Source): ProseNode | undefined {
  const columns = Array.from({ length: Number(align?.length) }, (_, column) => column)
  if (children.some((row) => row.children.length > columns.length)) return undefined
  const rows = children.map((row, index) =>
    element(
      'tableRow',
      {},
      columns.map((column) => {
        const content = inlineFromMdast(row.children[column]?.children ?? [], { ...source, line: true })
        const attrs = { align: align?.[column] }
        return element(index === 0 ? 'tableHeader' : 'tableCell', attrs, [element('paragraph', {}, content)])
      }),
    ),
  )
  return element('table', {}, rows)
}

/** Markdown that stays as it is: its slice of the source at the root, printed where a quote or list is cut around it. */
function toOpaque(node: RootContent, { markdown }: Source, atRoot: boolean): ProseNode {
  const { start, end } = offsets(node)
  const text = atRoot ? markdown.slice(start, end) : printSource(node)
  return element('markdown', { source: text })
}

function withParagraph(blocks: readonly ProseNode[]): readonly ProseNode[] {
  return blocks.length > 0 ? blocks : [element('paragraph')]
}

function collectDefinitions(node: Nodes, definitions: Map<string, Definition>): void {
  if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
  if ('children' in node) for (const child of node.children) collectDefinitions(child, definitions)
}
