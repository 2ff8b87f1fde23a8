import type { BlockContent, DefinitionContent, List, ListItem, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { decodeString } from 'micromark-util-decode-string'
import type { Feature } from './features.js'
import type { GroupSpan } from './groups.js'
import { itemLabel } from './keys.js'
import type { LayoutBlock, LayoutGroup, LayoutInline, LayoutListItem } from './layout.js'
import type { Part, Slot } from './outline.js'
import type { FoundSignoffs } from './signoffs.js'

export interface LayoutInput {
  readonly text: string
  readonly root: Root
  readonly features: readonly Feature[]
  readonly spans: readonly GroupSpan[]
  readonly slots: ReadonlyMap<string, Slot>
  readonly signoffs: FoundSignoffs['ranges']
}

type Block = RootContent | BlockContent | DefinitionContent
type Decode = (source: string) => string

const asMarkdown: Decode = (source) => decodeString(source.replace(/(\r\n|\n|\r)[ \t>]*/g, '\n'))
const asIs: Decode = (source) => source.replace(/\r\n?/g, '\n')

/** The template as the tree a page walks. */
export function layoutOf({ text, root, features, spans, slots, signoffs }: LayoutInput): LayoutBlock[] {
  function blocksOf(blocks: readonly Block[], groups: readonly GroupSpan[]): LayoutBlock[] {
    const found: LayoutBlock[] = []
    for (let i = 0; i < blocks.length; ) {
      const block = blocks[i]
      if (block === undefined) break
      const span = block.type === 'heading' ? startedBy(block, groups) : undefined
      if (span === undefined) {
        found.push(...blockOf(block, groups))
        i += 1
        continue
      }
      const held = blocks.slice(i)
      const first = span.items[0]?.last ?? 0
      const last = span.items.at(-1)?.last ?? 0
      found.push(
        groupOf(
          span,
          blocksOf(
            held.filter((one) => lineOf(one) <= first),
            span.inner,
          ),
        ),
      )
      i += held.filter((one) => lineOf(one) <= last).length
    }
    return found
  }

  function groupOf(span: GroupSpan, children: LayoutGroup['children']): LayoutGroup {
    const keys = [...slots.values()].filter((slot) => slot.group === span.id).map((slot) => slot.key)
    return { type: 'group', id: span.id, label: itemLabel(keys, span.level), children }
  }

  function blockOf(block: Block, groups: readonly GroupSpan[]): LayoutBlock[] {
    const [start, end] = rangeOf(block)
    switch (block.type) {
      case 'yaml':
        return [{ type: 'frontMatter', fields: fieldsOf(start, end) }]
      case 'heading':
        return [{ type: 'heading', depth: block.depth, id: `h${start}`, children: inlines(block.children) }]
      case 'paragraph': {
        const prose = featuresIn(start, end)[0]?.part
        const slot = prose?.type === 'slot' && prose.context.kind === 'block' ? slots.get(prose.key) : undefined
        return [slot === undefined ? { type: 'paragraph', children: inlines(block.children) } : { type: 'prose', slot }]
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
      const span = groups.find(({ items }) => items.some(({ first }) => first === lineOf(item)))
      if (span === undefined) return [itemOf(item, groups)]
      return span.items[0]?.first === lineOf(item) ? [groupOf(span, [itemOf(item, span.inner)])] : []
    })
  }

  function itemOf(item: ListItem, groups: readonly GroupSpan[]): LayoutListItem {
    const [start] = rangeOf(item)
    const [textStart] = item.children[0] === undefined ? [start] : rangeOf(item.children[0])
    const children = blocksOf(item.children, groups)
    const [paragraph, ...rest] = children
    // GFM takes its own boxes out of the text; they are put back as ticks before it.
    const tick =
      item.checked == null ? undefined : featuresIn(start, textStart).find(({ part }) => part.type === 'tick')?.part
    if (tick?.type !== 'tick' || paragraph?.type !== 'paragraph') return { type: 'listItem', children }
    const ticked = [{ type: 'tick', id: tick.id, done: tick.done } as const, ...paragraph.children]
    return { type: 'listItem', children: [{ ...paragraph, children: ticked }, ...rest] }
  }

  function fieldsOf(start: number, end: number): { key: string; children: LayoutInline[] }[] {
    const fields: { key: string; children: LayoutInline[] }[] = []
    let from = start
    for (const line of text.slice(start, end).split(/(?<=\n)|(?<=\r)(?!\n)/)) {
      const [prefix = '', key = ''] = /^\s*(?:- )?([^\s:#][^:]*):[ \t]*/.exec(line) ?? []
      const body = line.slice(prefix.length).trimEnd()
      if (line.trim() !== '---' && line.trim() !== '') {
        const at = from + prefix.length
        fields.push({ key: key.trim(), children: pieces(at, at + body.length, unquoted) })
      }
      from += line.length
    }
    return fields
  }

  function inlines(nodes: readonly PhrasingContent[]): LayoutInline[] {
    return nodes.flatMap(inlineOf)
  }

  function inlineOf(node: PhrasingContent): LayoutInline[] {
    const [start, end] = rangeOf(node)
    switch (node.type) {
      case 'text':
        return featuresIn(start, end).length === 0 ? textOf(node.value) : pieces(start, end, asMarkdown)
      case 'strong':
      case 'emphasis':
        return [{ type: node.type, children: inlines(node.children) }]
      case 'delete':
        return [{ type: 'strike', children: inlines(node.children) }]
      case 'link': {
        const last = node.children.at(-1)
        const behind = last === undefined ? start + 1 : rangeOf(last)[1]
        const target = featuresIn(behind, end).length === 0 ? textOf(node.url) : pieces(behind + 2, end - 1, asMarkdown)
        return [{ type: 'link', children: inlines(node.children), target }]
      }
      case 'inlineCode':
        return [{ type: 'code', children: pieces(start, end, (source) => asIs(source).replace(/^`+ ?| ?`+$/g, '')) }]
      case 'break':
        return [{ type: 'break' }]
      default:
        return pieces(start, end, asIs)
    }
  }

  function pieces(start: number, end: number, decode: Decode): LayoutInline[] {
    const found: LayoutInline[] = []
    let from = start
    for (const { start: at, end: behind, part } of featuresIn(start, end)) {
      if (at < from) continue
      found.push(...textOf(decode(text.slice(from, at))))
      const signoff = part.type === 'signoff' ? signoffs.find((range) => range.start === at) : undefined
      found.push(
        ...(signoff === undefined
          ? pieceOf(part)
          : [{ type: 'signoff', role: signoff.role, label: signoff.label } as const]),
      )
      from = signoff?.end ?? behind
    }
    return [...found, ...textOf(decode(text.slice(from, end)))]
  }

  function pieceOf(part: Part): LayoutInline[] {
    switch (part.type) {
      case 'slot': {
        const slot = slots.get(part.key)
        return slot === undefined ? [] : [{ type: 'slot', slot, at: part.at }]
      }
      case 'index':
        return [{ type: 'index', level: part.level }]
      case 'tick':
        return [...(part.shape === 'mark' ? textOf(' ') : []), { type: 'tick', id: part.id, done: part.done }]
      case 'status':
        return [{ type: 'status', value: part.source }]
      case 'signoff':
      case 'literal':
        return textOf(part.source)
      case 'scalar':
        return part.parts.flatMap(pieceOf)
      default:
        return part satisfies never
    }
  }

  const featuresIn = (start: number, end: number) => features.filter((one) => one.start >= start && one.end <= end)

  return blocksOf(root.children, spans)
}

function textOf(value: string): LayoutInline[] {
  return value
    .split('\n')
    .flatMap((line, i): LayoutInline[] => [
      ...(i > 0 ? [{ type: 'break' } as const] : []),
      ...(line === '' ? [] : [{ type: 'text', value: line } as const]),
    ])
}

/** Quotes and brackets of YAML are not shown; the page shows values. */
const unquoted: Decode = (source) => source.replace(/["'[\]]/g, '')

function startedBy(block: Nodes, groups: readonly GroupSpan[]): GroupSpan | undefined {
  return groups.find(({ items }) => items[0]?.first === lineOf(block))
}

const lineOf = (node: Nodes) => (node.position?.start.line ?? 1) - 1

function rangeOf(node: Nodes): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
}
