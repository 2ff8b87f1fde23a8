import type { List, Nodes, RootContent } from 'mdast'
import type { Style } from './printer.js'
import { offsets } from './reader.js'
import type { Markers } from './toMdast.js'

/** How its author wrote a block, where there is a choice: its edited form is written the same way. */
export interface Hints {
  readonly style: Partial<Style>
  readonly markers: Partial<Markers>
}

/** Reads the hints off a block's syntax tree; the first of each kind decides. */
export function hintsOf(tree: RootContent, markdown: string): Hints {
  let style: Partial<Style> = {}
  let markers: Partial<Markers> = {}

  function visit(node: Nodes): void {
    const start = markdown.slice(offsets(node).start, offsets(node).start + 12)
    switch (node.type) {
      case 'emphasis':
        style = { emphasis: attention(start), ...style }
        break
      case 'strong':
        style = { strong: attention(start), ...style }
        break
      case 'heading':
        style = { setext: !start.startsWith('#'), ...style }
        break
      case 'code':
        style = { fence: start.startsWith('~') ? '~' : '`', ...style }
        break
      case 'list':
        markers = { ...listMarkers(node, start, markdown), ...markers }
        break
      default:
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }

  visit(tree)
  return { style, markers }
}

function attention(start: string): '*' | '_' {
  return start.startsWith('_') ? '_' : '*'
}

function listMarkers(list: List, start: string, markdown: string): Partial<Markers> {
  if (!list.ordered) return { bullet: start.startsWith('*') ? '*' : start.startsWith('+') ? '+' : '-' }
  const [first, second] = list.children.map((item) => Number.parseInt(markdown.slice(offsets(item).start), 10))
  return { ordered: /^\d+\)/.test(start) ? ')' : '.', sameNumber: first === second }
}
