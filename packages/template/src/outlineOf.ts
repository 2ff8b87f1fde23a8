import type { Root } from 'mdast'
import { blockPaths } from './blocks.js'
import { type Feature, partsBetween } from './features.js'
import type { GroupSpan } from './groups.js'
import { itemLabel } from './keys.js'
import type { SourceLine } from './lines.js'
import type { Group, Line, Outline, OutlineNode, Slot } from './outline.js'

export interface OutlineInput {
  readonly text: string
  readonly root: Root
  readonly lines: readonly SourceLine[]
  readonly spans: readonly GroupSpan[]
  readonly features: readonly Feature[]
  readonly slots: ReadonlyMap<string, Slot>
}

/** Lays a template out as lines and groups of lines. */
export function outlineOf({ text, root, lines, spans, features, slots }: OutlineInput): Outline {
  const paths = blockPaths(text)
  const depths = new Map<number, number>()
  for (const block of root.children) {
    if (block.type === 'heading' && block.position) depths.set(block.position.start.line - 1, block.depth)
  }

  function nodesOf(first: number, last: number, groups: readonly GroupSpan[]): OutlineNode[] {
    const nodes: OutlineNode[] = []
    for (let at = first; at <= last; ) {
      const span = groups.find(({ items }) => items[0]?.first === at)
      nodes.push(span === undefined ? lineAt(at) : groupOf(span))
      at = (span?.items.at(-1)?.last ?? at) + 1
    }
    return nodes
  }

  function lineAt(at: number): Line {
    const { start, end, ending } = lines[at] ?? { start: 0, end: 0, ending: '' }
    const held = features.filter((feature) => feature.start >= start && feature.end <= end)
    return {
      type: 'line',
      parts: partsBetween(text, start, end, held),
      ending,
      block: paths[at] ?? '',
      heading: depths.get(at) ?? 0,
    }
  }

  function groupOf(span: GroupSpan): Group {
    const [first, second] = span.items
    const last = span.items.at(-1)
    if (first === undefined || second === undefined || last === undefined) throw new RangeError(`${span.id} is no run`)
    const keys = [...slots.values()].filter((slot) => slot.group === span.id).map((slot) => slot.key)
    return {
      type: 'group',
      id: span.id,
      label: itemLabel(keys, span.level),
      level: span.level,
      item: nodesOf(first.first, first.last, span.inner),
      gap: nodesOf(first.last + 1, second.first - 1, []).filter((node) => node.type === 'line'),
      count: span.items.length,
      lastEnding: lines[last.last]?.ending ?? '',
    }
  }

  return nodesOf(0, lines.length - 1, spans)
}

/** All groups of an outline by id, inner ones included. */
export function groupsOf(outline: Outline): Map<string, Group> {
  const found = new Map<string, Group>()
  const walk = (nodes: Outline) => {
    for (const node of nodes) {
      if (node.type !== 'group') continue
      found.set(node.id, node)
      walk(node.item)
    }
  }
  walk(outline)
  return found
}
