import type { PhrasingContent } from 'mdast'
import { attribute, marksOf, type ProseMark, type ProseNode, sameNodes, textOf } from './schema.js'

/**
 * Turns a flat run of inline nodes with marks into a tree: the longest mark outermost, links never cut in two.
 * An atom (a break, an image, …) between two texts that share a mark is inside of that mark.
 */
export function nest(nodes: readonly ProseNode[]): PhrasingContent[] {
  return nestMarked(withBridges(nodes))
}

interface Marked {
  readonly node: ProseNode
  readonly marks: readonly ProseMark[]
}

function nestMarked(items: readonly Marked[]): PhrasingContent[] {
  const result: PhrasingContent[] = []
  let rest = items
  for (let [first] = rest; first; [first] = rest) {
    // An atom is inside of a mark only between texts, so no mark starts or ends with one.
    const [outer] = (first.node.type === 'text' ? first.marks : [])
      .map((mark) => ({ mark, length: reach(rest, mark) }))
      .filter(({ length }) => length > 0)
      .sort(
        (a, b) => b.length - a.length || Number(isAddress(a.mark, first.node)) - Number(isAddress(b.mark, first.node)),
      )
    if (outer) {
      const inside = rest.slice(0, outer.length).map(({ node, marks }) => ({
        node,
        marks: marks.filter((mark) => !sameNodes(mark, outer.mark)),
      }))
      result.push(wrap(outer.mark, nestMarked(inside)))
    } else {
      result.push(leaf(first.node))
    }
    rest = rest.slice(outer?.length ?? 1)
  }
  return result
}

/** A link whose text is its address goes inside of other marks, where it can be written as such. */
function isAddress(mark: ProseMark, node: ProseNode): boolean {
  return mark.type === 'link' && attribute(mark, 'href').endsWith(String(node.text))
}

/** How many items from the first on `mark` can hold; it stops short of a link that goes on beyond it. */
function reach(items: readonly Marked[], mark: ProseMark): number {
  const end = items.findIndex(({ marks }) => !carries(marks, mark))
  let length = end < 0 ? items.length : end
  const cutsLink = () => {
    const link = items[length - 1]?.marks.find(({ type }) => type === 'link')
    return link && carries(items[length]?.marks ?? [], link)
  }
  while (length > 0 && (cutsLink() || items[length - 1]?.node.type !== 'text')) length -= 1
  return length
}

/** Code is a leaf, so its mark is not among those to nest. */
function withBridges(nodes: readonly ProseNode[]): Marked[] {
  const texts = nodes.map((node) => node.type === 'text')
  return nodes.map((node, index) => {
    if (node.type === 'text') return { node, marks: nestable(node) }
    const before = nodes[texts.lastIndexOf(true, index)]
    const after = nodes[texts.indexOf(true, index)]
    const shared = index > 0 && before && after ? nestable(before).filter((mark) => carries(nestable(after), mark)) : []
    return { node, marks: shared }
  })
}

function nestable(node: ProseNode): readonly ProseMark[] {
  return marksOf(node).filter(({ type }) => type !== 'code')
}

function carries(marks: readonly ProseMark[], mark: ProseMark): boolean {
  return marks.some((other) => sameNodes(other, mark))
}

function wrap(mark: ProseMark, children: PhrasingContent[]): PhrasingContent {
  switch (mark.type) {
    case 'link':
      return { type: 'link', url: attribute(mark, 'href'), title: attribute(mark, 'title') || null, children }
    case 'italic':
      return { type: 'emphasis', children }
    case 'bold':
      return { type: 'strong', children }
    default:
      return { type: 'delete', children }
  }
}

function leaf(node: ProseNode): PhrasingContent {
  switch (node.type) {
    case 'text':
      return { type: marksOf(node).some(({ type }) => type === 'code') ? 'inlineCode' : 'text', value: textOf(node) }
    case 'hardBreak':
      return { type: 'break' }
    case 'image':
      return {
        type: 'image',
        url: attribute(node, 'src'),
        alt: attribute(node, 'alt'),
        title: attribute(node, 'title') || null,
      }
    default:
      return { type: 'opaque', value: attribute(node, 'source') }
  }
}
