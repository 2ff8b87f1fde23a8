import type { AlignType, BlockContent, List, ListItem, PhrasingContent, Table } from 'mdast'
import { nest } from './nest.js'
import { attribute, contentOf, element, type ProseNode } from './schema.js'

/** The markers of lists and the numbers of items, where there is a choice. */
export interface Markers {
  readonly bullet: '-' | '*' | '+'
  readonly ordered: '.' | ')'
  readonly sameNumber: boolean
  /** The character of thematic breaks, which a bullet right before one must not be. */
  readonly rule: '-' | '*'
}

/**
 * Turns a block in its normal form into Markdown's syntax tree.
 * @param taken markers that a list must not have, because it would merge with its neighbour.
 */
export function blockToMdast(block: ProseNode, markers: Markers, taken: readonly string[] = []): BlockContent {
  const content = contentOf(block)
  switch (block.type) {
    case 'heading': {
      const level = Number(block.attrs?.level ?? 1)
      const depth = level === 2 || level === 3 || level === 4 || level === 5 || level === 6 ? level : 1
      return { type: 'heading', depth, children: depth < 3 ? nest(content) : lineToMdast(content) }
    }
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return listToMdast(block, markers, taken)
    case 'blockquote':
      return { type: 'blockquote', children: blocksToMdast(content, markers) }
    case 'codeBlock':
      return {
        type: 'code',
        lang: attribute(block, 'language') || null,
        meta: attribute(block, 'meta') || null,
        value: content.map(({ text }) => text).join(''),
      }
    case 'horizontalRule':
      return { type: 'thematicBreak' }
    case 'table':
      return tableToMdast(content)
    case 'markdown':
      return { type: 'opaque', value: attribute(block, 'source') }
    default:
      return { type: 'paragraph', children: nest(content) }
  }
}

/** The marker of a list that was turned into a tree; nothing for another block. */
export function markerOf(block: BlockContent): string | undefined {
  return block.type === 'list' ? block.data?.marker : undefined
}

/** Turns inline nodes into Markdown's syntax tree, in a place where a line cannot end: breaks become `<br>`. */
export function lineToMdast(nodes: readonly ProseNode[]): PhrasingContent[] {
  return nest(nodes.map((node) => (node.type === 'hardBreak' ? element('markdownInline', { source: '<br>' }) : node)))
}

/** @param outer the marker that the first of these blocks stands right behind: bullets alone could be a thematic break. */
function blocksToMdast(blocks: readonly ProseNode[], markers: Markers, outer?: string): BlockContent[] {
  const result: BlockContent[] = []
  let before = startsEmpty(blocks[0]) ? outer : undefined
  for (const block of blocks) {
    const made = blockToMdast(block, markers, before === undefined ? [] : [before])
    before = markerOf(made)
    result.push(made)
  }
  return result
}

function startsEmpty(block: ProseNode | undefined): boolean {
  const [item] = contentOf(block)
  return item?.type === 'listItem' && item.content === undefined
}

function listToMdast(list: ProseNode, markers: Markers, taken: readonly string[]): List {
  const ordered = list.type === 'orderedList'
  const items = contentOf(list)
  const beforeRule = items.some(({ content }) => content?.[0]?.type === 'horizontalRule')
  const avoided = beforeRule ? [...taken, markers.rule] : taken
  const choice: readonly string[] = ordered ? [markers.ordered, '.', ')'] : [markers.bullet, '-', '*', '+']
  const marker = choice.find((character) => !avoided.includes(character)) ?? String(choice[0])
  const spread = Boolean(list.attrs?.loose)
  const start = ordered ? Number(list.attrs?.start ?? 1) : null
  const children = items.map(
    (item, index): ListItem => ({
      type: 'listItem',
      spread,
      data: { marker: start === null ? marker : `${numberOf(start, markers.sameNumber ? 0 : index)}${marker}` },
      checked: list.type === 'taskList' ? Boolean(item.attrs?.checked) : toCheck(item),
      children: blocksToMdast(contentOf(item), markers, marker),
    }),
  )
  return { type: 'list', ordered, start, spread, data: { marker }, children }
}

/** Nine digits are all that a marker may have. */
function numberOf(start: number, index: number): number {
  return Math.min(start + index, 999_999_999)
}

function toCheck(item: ProseNode): boolean | null {
  return item.attrs?.checked === undefined ? null : Boolean(item.attrs.checked)
}

function tableToMdast(rows: readonly ProseNode[]): Table {
  const align = contentOf(rows[0]).map((cell): AlignType => {
    const side = attribute(cell, 'align')
    return side === 'left' || side === 'right' || side === 'center' ? side : null
  })
  const cells = (row: ProseNode) =>
    contentOf(row).map((cell) => ({
      type: 'tableCell' as const,
      children: contentOf(cell).flatMap((line) => lineToMdast(contentOf(line))),
    }))
  return { type: 'table', align, children: rows.map((row) => ({ type: 'tableRow', children: cells(row) })) }
}
