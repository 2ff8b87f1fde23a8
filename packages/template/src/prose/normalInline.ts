import { isBareLink } from './bare.js'
import { balanceDirection, cleanText } from './characters.js'
import { hugMarks } from './hugMarks.js'
import { plainLineOf } from './plain.js'
import {
  attribute,
  contentOf,
  element,
  mark,
  marksOf,
  type ProseMark,
  type ProseNode,
  sameNodes,
  textNode,
  textOf,
} from './schema.js'
import { mergeTexts } from './texts.js'

/** Where inline content stands, and how far what it keeps as Markdown is trusted. */
export interface Place {
  /** No line can end here: in a table, in a small heading, in a text slot. */
  readonly line: boolean
  /** Whether `<br>` is how a break is written here. */
  readonly htmlBreaks: boolean
  readonly cell: boolean
  /** Turns an atom of Markdown into what it is: itself, or what else it reads as. */
  readonly opaque: (source: string) => readonly ProseNode[]
  /** Whether no line may begin with an atom of Markdown, nor consist of one. */
  readonly guarded: boolean
}

/** The normal form of inline content: what comes back when it is printed and read. */
export function normalInline(nodes: readonly ProseNode[], place: Place): ProseNode[] {
  const line = plainLineOf(nodes)
  if (line !== undefined) return [textNode(line)]
  const known = balance(mergeTexts(mergeTexts(nodes).flatMap((node) => normalNode(node, place))))
  const trimmed = trim(mergeTexts(hugMarks(mergeTexts(known))), place)
  return mergeTexts(trimmed.map((node, index) => (isBareLink(trimmed, index) ? textNode(textOf(node)) : node)))
}

function normalNode(node: ProseNode, place: Place): readonly ProseNode[] {
  switch (node.type) {
    case 'text':
      return [normalText(node, place)]
    case 'hardBreak':
      return [element('hardBreak')]
    case 'image': {
      const alt = cleanText(attribute(node, 'alt')).replace(/\s*\n\s*/g, ' ')
      return [element('image', { src: cleanAddress(node, 'src'), alt: alt || null, title: cleanTitle(node) })]
    }
    case 'markdown':
    case 'markdownInline': {
      const lines = cleanText(attribute(node, 'source'))
      const source = place.line ? lines.replace(/\s*\n\s*/g, ' ') : lines
      return source === '<br>' && place.htmlBreaks ? [element('hardBreak')] : place.opaque(source)
    }
    default:
      return contentOf(node).flatMap((child) => normalNode(child, place))
  }
}

function normalText(node: ProseNode, place: Place): ProseNode {
  const text = cleanText(textOf(node))
  const marks = marksOf(node).flatMap(normalMark)
  const isCode = marks.some(({ type }) => type === 'code')
  if (!isCode) return textNode(text, marks)
  // In a table no code can hold a backslash before a pipe.
  const isLost = place.cell && /\\\|/.test(text)
  return isLost
    ? textNode(
        text,
        marks.filter(({ type }) => type !== 'code'),
      )
    : textNode(text.replaceAll('\n', ' '), marks)
}

function normalMark(given: ProseMark): ProseMark[] {
  const attrs = given.type === 'link' ? { href: cleanAddress(given, 'href'), title: cleanTitle(given) } : {}
  const made = mark(given.type, attrs)
  return made ? [made] : []
}

function cleanAddress(holder: ProseNode | ProseMark, name: string): string {
  return cleanText(attribute(holder, name))
    .replace(/[\n\t]/g, '')
    .trim()
}

function cleanTitle(holder: ProseNode | ProseMark): string | null {
  return cleanText(attribute(holder, 'title')) || null
}

/** White space at the ends and around breaks is not part of the text, nor are breaks at the end. */
function trim(nodes: readonly ProseNode[], place: Place): ProseNode[] {
  const guarded = nodes.map((node, index) => {
    const opensLine = place.guarded && node.type === 'hardBreak' && nodes[index + 1]?.type === 'markdownInline'
    return opensLine ? textNode(' ') : node
  })
  const trimmed = mergeTexts(guarded.map((node, i) => trimText(node, guarded[i - 1], guarded[i + 1], place)))
  const kept = trimmed.slice(0, trimmed.findLastIndex(({ type }) => type !== 'hardBreak') + 1)
  return sameNodes(kept, nodes) ? kept : trim(kept, place)
}

function trimText(
  node: ProseNode,
  before: ProseNode | undefined,
  after: ProseNode | undefined,
  place: Place,
): ProseNode {
  if (node.type !== 'text' || marksOf(node).some(({ type }) => type === 'link' || type === 'code')) return node
  let text = textOf(node).replace(/[ \t]*\n[ \t\n]*/g, place.line ? ' ' : '\n')
  if (!before) text = text.replace(place.line ? /^[ \t\n]+/ : /^[ \n]+/, '')
  if (before?.type === 'hardBreak') text = text.replace(/^[ \t\n]+/, '')
  if (!after || after.type === 'hardBreak') text = text.replace(/[ \t\n]+$/, '')
  if (place.guarded && after?.type === 'markdownInline') text = text.replace(/\n$/, ' ')
  if (place.guarded && before?.type === 'markdownInline') text = text.replace(/^\n/, ' ')
  return textNode(text, node.marks)
}

function balance(nodes: readonly ProseNode[]): ProseNode[] {
  const { texts, closers } = balanceDirection(nodes.map(textOf))
  const balanced = nodes.map((node, index) =>
    node.type === 'text' ? textNode(String(texts[index]), node.marks) : node,
  )
  return closers === '' ? balanced : [...balanced, textNode(closers)]
}
