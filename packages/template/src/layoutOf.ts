import type { BlockContent, DefinitionContent, List, ListItem, Root, RootContent } from 'mdast'
import type { GroupSpan } from './groups.js'
import { itemLabel } from './keys.js'
import type { LayoutBlock, LayoutGroup, LayoutListItem } from './layout.js'
import { asIs, createInlines, type InlineInput } from './layoutInlines.js'
import type { LineRange } from './lines.js'
import type { Slot } from './outline.js'
import { spanOf } from './syntax.js'

export interface LayoutInput extends InlineInput {
  readonly root: Root
  readonly spans: readonly GroupSpan[]
  readonly slots: ReadonlyMap<string, Slot>
}

type Block = RootContent | BlockContent | DefinitionContent

/** The template as the tree a page walks. */
export function layoutOf({ root, spans, slots, ...input }: LayoutInput): LayoutBlock[] {
  const { inlines, pieces, fields, featuresIn, pieceOf } = createInlines(input)

  function blocksOf(blocks: readonly Block[], groups: readonly GroupSpan[]): LayoutBlock[] {
    return blocks.flatMap((block) => {
      const line = spanOf(block).first
      const span = groups.find(({ of, items }) => of === 'sections' && items.some((item) => holds(item, line)))
      if (span === undefined) return blockOf(block, groups)
      const [item] = span.items
      if (item.first !== line) return []
      const held = blocks.filter((one) => holds(item, spanOf(one).first))
      return [groupOf(span, blocksOf(held, span.inner))]
    })
  }

  function groupOf({ id, level }: GroupSpan, children: LayoutGroup['children']): LayoutGroup {
    return { type: 'group', id, label: itemLabel(slots.values(), id, level), children }
  }

  function blockOf(block: Block, groups: readonly GroupSpan[]): LayoutBlock[] {
    const { start, end } = spanOf(block)
    switch (block.type) {
      case 'yaml':
        return [{ type: 'frontMatter', fields: fields(start, end) }]
      case 'heading':
        return [{ type: 'heading', depth: block.depth, id: `h${start}`, children: inlines(block.children) }]
      case 'paragraph': {
        const prose = featuresIn(start, end)[0]?.part
        return prose?.type === 'slot' && prose.context.kind === 'block'
          ? [{ type: 'prose', slot: prose.slot }]
          : [{ type: 'paragraph', children: inlines(block.children) }]
      }
      case 'list':
        return [
          { type: 'list', ordered: block.ordered === true, start: block.start ?? 1, children: itemsOf(block, groups) },
        ]
      case 'blockquote':
        return [{ type: 'quote', children: blocksOf(block.children, groups) }]
      case 'footnoteDefinition':
        return blocksOf(block.children, groups)
      case 'code':
        return [{ type: 'code', language: block.lang ?? '', children: pieces(start, end, asIs) }]
      case 'table': {
        const rows = block.children.map((row) => row.children.map((cell) => inlines(cell.children)))
        return [{ type: 'table', align: block.align ?? [], rows }]
      }
      case 'thematicBreak':
        return [{ type: 'rule' }]
      default:
        // HTML, and link definitions, which may hold slots, too: shown as they are written.
        return [{ type: 'html', children: pieces(start, end, asIs) }]
    }
  }

  function itemsOf(list: List, groups: readonly GroupSpan[]): (LayoutListItem | LayoutGroup)[] {
    return list.children.flatMap((item): (LayoutListItem | LayoutGroup)[] => {
      const line = spanOf(item).first
      const span = groups.find(({ of, items }) => of === 'listItems' && items.some(({ first }) => first === line))
      if (span === undefined) return [itemOf(item, groups)]
      return span.items[0].first === line ? [groupOf(span, [itemOf(item, span.inner)])] : []
    })
  }

  function itemOf(item: ListItem, groups: readonly GroupSpan[]): LayoutListItem {
    const { start } = spanOf(item)
    const children = blocksOf(item.children, groups)
    const [paragraph, ...rest] = children
    if (paragraph?.type !== 'paragraph') return { type: 'listItem', children }
    // GFM takes its own boxes out of the text; they are put back as ticks before it.
    const ticks = item.children
      .slice(0, 1)
      .flatMap((block) => featuresIn(start, spanOf(block).start))
      .flatMap(({ part }) => (part.type === 'tick' ? pieceOf(part) : []))
    return { type: 'listItem', children: [{ ...paragraph, children: [...ticks, ...paragraph.children] }, ...rest] }
  }

  return blocksOf(root.children, spans)
}

const holds = ({ first, last }: LineRange, line: number) => first <= line && line <= last
