import { cleanText } from './characters.js'
import { closeHtml } from './closing.js'
import { normalInline, type Place } from './normalInline.js'
import { normalTable } from './normalTable.js'
import { attribute, contentOf, element, type ProseNode, specOf, textNode } from './schema.js'
import { textInside } from './texts.js'
import { mayTouch } from './tight.js'

/** How what is kept as Markdown is dealt with: what its source stands for, as this or as other nodes. */
export interface Opaque {
  readonly block: (source: string) => readonly ProseNode[]
  readonly inline: (source: string) => readonly ProseNode[]
  readonly guarded: boolean
}

/**
 * The normal form of blocks: what comes back when they are printed and read.
 * Nothing that a reader sees goes; empty paragraphs and white space at the ends do.
 */
export function normalBlocks(nodes: readonly ProseNode[], opaque: Opaque): ProseNode[] {
  const blocks = inParagraphs(nodes).flatMap((node) => normalBlock(node, opaque))
  // Open HTML would swallow what follows.
  return blocks.map((block, index) => (index < blocks.length - 1 ? closed(block) : block))
}

/** Gives text that stands between blocks a paragraph of its own. */
export function inParagraphs(nodes: readonly ProseNode[]): ProseNode[] {
  const groups: ProseNode[][] = []
  for (const node of nodes) {
    const last = groups.at(-1)
    if (last && isInline(node) && isInline(last[0])) last.push(node)
    else groups.push([node])
  }
  return groups.flatMap((group) => (isInline(group[0]) ? [element('paragraph', {}, group)] : group))
}

/** A block that ends by itself, so that something can follow it. */
export function closed(block: ProseNode): ProseNode {
  return block.type === 'markdown' ? element('markdown', { source: closeHtml(attribute(block, 'source')) }) : block
}

/** Where inline content stands. */
function placeIn({ inline, guarded }: Opaque, where: 'block' | 'line' | 'cell'): Place {
  const line = where !== 'block'
  return { line, htmlBreaks: line, cell: where === 'cell', opaque: inline, guarded }
}

function normalBlock(node: ProseNode, opaque: Opaque): readonly ProseNode[] {
  const content = contentOf(node)
  switch (node.type) {
    case 'paragraph': {
      const inline = normalInline(content, placeIn(opaque, 'block'))
      // HTML that stands alone is a block of its own.
      if (inline.every(({ type }) => type === 'markdownInline') && inline.length > 0) {
        return opaque.block(inline.map((atom) => attribute(atom, 'source')).join(''))
      }
      return inline.length > 0 ? [element('paragraph', {}, inline)] : []
    }
    case 'heading': {
      const level = Math.min(Math.max(Math.trunc(Number(node.attrs?.level ?? 1)), 1), 6)
      return [element('heading', { level }, normalInline(content, placeIn(opaque, level > 2 ? 'line' : 'block')))]
    }
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return normalList(node, opaque)
    case 'blockquote':
      return [element('blockquote', {}, normalBlocks(content, opaque))]
    case 'codeBlock':
      return [normalCode(node)]
    case 'horizontalRule':
      return [element('horizontalRule')]
    case 'table':
      return normalTable(content, placeIn(opaque, 'cell'))
    case 'markdown':
      return opaque.block(attribute(node, 'source'))
    default:
      return normalBlocks(content, opaque)
  }
}

function normalList(list: ProseNode, opaque: Opaque): readonly ProseNode[] {
  const items = contentOf(list).map((item) => normalItem(list, item, opaque))
  if (items.length === 0) return []
  const several = items.length > 1 || items.some((item) => contentOf(item).length > 1)
  const loose = several && (Boolean(list.attrs?.loose) || items.some(mustBeLoose))
  if (list.type === 'orderedList') {
    const start = Math.min(Math.max(Math.trunc(Number(list.attrs?.start ?? 1)), 0), 999_999_999)
    return [element('orderedList', { start, loose }, items)]
  }
  if (items.some(({ attrs }) => attrs?.checked === undefined)) return [element('bulletList', { loose }, items)]
  return [
    element(
      'taskList',
      { loose },
      items.map(({ attrs, content }) => element('taskItem', attrs, content)),
    ),
  ]
}

/** As an item of a plain list; one with a box starts with a paragraph, because the box stands in it. */
function normalItem(list: ProseNode, item: ProseNode, opaque: Opaque): ProseNode {
  const isTask = list.type === 'taskList' || item.type === 'taskItem'
  const checked = isTask ? Boolean(item.attrs?.checked) : item.attrs?.checked
  const isItem = specOf(item.type)?.group === 'part'
  const content = normalBlocks(isItem ? contentOf(item) : [item], opaque)
  const boxed = checked !== undefined && content[0]?.type !== 'paragraph' ? [element('paragraph'), ...content] : content
  return element('listItem', { checked }, boxed)
}

function mustBeLoose(item: ProseNode): boolean {
  return contentOf(item).some((block, index, content) => {
    const before = content[index - 1]
    return before !== undefined && !mayTouch(before, block)
  })
}

function normalCode(node: ProseNode): ProseNode {
  const text = textInside(node)
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Surrogate}|\0/gu, '\uFFFD')
  const language = cleanText(attribute(node, 'language')).replace(/\s+/g, ' ').trim()
  const meta = cleanText(attribute(node, 'meta')).replace(/\s+/g, ' ').trim()
  const attrs = language === '' ? {} : { language, meta: meta || null }
  return element('codeBlock', attrs, text === '' ? [] : [textNode(text)])
}

function isInline(node: ProseNode | undefined): boolean {
  return node !== undefined && specOf(node.type)?.group === 'inline'
}
