import type { Definition, PhrasingContent } from 'mdast'
import { isFlat } from './flat.js'
import type { Opaque } from './mdast.js'
import { printSource } from './printSource.js'
import { offsets } from './reader.js'
import { element, mark, type ProseMark, type ProseNode, textNode } from './schema.js'
import { mergeTexts } from './texts.js'

/** What a syntax tree is read against. */
export interface Source {
  readonly markdown: string
  /** By identifier, the first of each. */
  readonly definitions: ReadonlyMap<string, Definition>
  /** Whether the place allows no line ending, so that `<br>` is how a break is written. */
  readonly line: boolean
}

/**
 * Turns Markdown's inline tree into a flat run of text with marks; links by reference become plain links.
 * What such a run cannot say (a mark inside itself, an image that is a link) stays Markdown, as one atom; two links to the
 * same place that touch become one.
 */
export function inlineFromMdast(children: readonly PhrasingContent[], source: Source): ProseNode[] {
  const resolved = children.map((child) => resolve(child, source))
  const read = (nodes: readonly PhrasingContent[]) => mergeTexts(nodes.flatMap((node) => flatten(node, [], source)))
  return read(ease(resolved, read, source))
}

/** Makes atoms of what cannot be flat, as far inside as possible. */
function ease(
  nodes: readonly PhrasingContent[],
  read: (nodes: readonly PhrasingContent[]) => readonly ProseNode[],
  source: Source,
): PhrasingContent[] {
  return nodes.map((node) => {
    if (!('children' in node) || isFlat([node], read)) return node
    const eased = { ...node, children: ease(node.children, read, source) }
    return node.children.length > 0 && isFlat([eased], read) ? eased : toOpaque(node, source)
  })
}

function flatten(node: PhrasingContent, marks: readonly ProseMark[], source: Source): ProseNode[] {
  const inside = (type: string, children: readonly PhrasingContent[], attrs = {}) => {
    const added = [...marks, ...[mark(type, attrs)].filter((made) => made !== undefined)]
    return children.flatMap((child) => flatten(child, added, source))
  }
  switch (node.type) {
    case 'text':
      return [textNode(node.value, marks)]
    case 'inlineCode':
      return inside('code', [{ type: 'text', value: node.value.replaceAll('\n', ' ') }])
    case 'emphasis':
      return inside('italic', node.children)
    case 'strong':
      return inside('bold', node.children)
    case 'delete':
      return inside('strike', node.children)
    case 'link':
      return inside('link', node.children, { href: node.url, title: node.title })
    case 'break':
      return [element('hardBreak')]
    case 'image':
      return [element('image', { src: node.url, alt: node.alt || null, title: node.title })]
    case 'html':
    case 'opaque':
      return node.value === '<br>' && source.line
        ? [element('hardBreak')]
        : [element('markdownInline', { source: node.value })]
    default:
      return flatten(toOpaque(node, source), marks, source)
  }
}

/** The node as its own Markdown: its slice of the source, or printed where that is not in one piece. */
function toOpaque(node: PhrasingContent, { markdown }: Source): Opaque {
  const { start, end } = offsets(node)
  const slice = markdown.slice(start, end)
  const whole = slice !== '' && !slice.includes('\n')
  return { type: 'opaque', value: whole ? slice : printSource(node) }
}

/** Replaces references by what they refer to. What holds one has no place in the source any more. */
function resolve(node: PhrasingContent, source: Source): PhrasingContent {
  const found = 'identifier' in node ? source.definitions.get(node.identifier) : undefined
  if (found && node.type === 'imageReference') {
    return { type: 'image', url: found.url, title: found.title, alt: node.alt }
  }
  if (!('children' in node)) return node
  const children = node.children.map((child) => resolve(child, source))
  if (found) return { type: 'link', url: found.url, title: found.title, children }
  if (children.every((child, index) => child === node.children[index])) return node
  return { ...node, children, position: undefined }
}
