import type { Root } from 'mdast'
import { type Feature, partsBetween } from './features.js'
import type { GroupSpan } from './groups.js'
import { itemLabel } from './keys.js'
import type { LineRange, SourceLine } from './lines.js'
import type { Group, Line, Outline, OutlineNode, Slot } from './outline.js'
import { spanOf } from './syntax.js'

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
  const depths = new Map(
    root.children.flatMap((block) => (block.type === 'heading' ? [[spanOf(block).first, block.depth] as const] : [])),
  )

  function nodesOf(held: readonly SourceLine[], groups: readonly GroupSpan[]): OutlineNode[] {
    return held.flatMap((line): OutlineNode[] => {
      const span = groups.find(({ items: [first], last }) => first.first <= line.number && line.number <= last.last)
      if (span === undefined) return [lineOf(line)]
      return span.items[0].first === line.number ? [groupOf(span)] : []
    })
  }

  function lineOf({ number, start, end, ending }: SourceLine): Line {
    const held = features.filter((feature) => feature.start >= start && feature.end <= end)
    return {
      type: 'line',
      parts: partsBetween(text, start, end, held),
      ending,
      number,
      heading: depths.get(number) ?? 0,
    }
  }

  function groupOf({ id, level, items, last, inner }: GroupSpan): Group {
    const [first, second] = items
    return {
      type: 'group',
      id,
      label: itemLabel(slots.values(), id, level),
      level,
      item: nodesOf(linesIn(first), inner),
      gap: lines.slice(first.last + 1, second.first).map(lineOf),
      count: items.length,
      lastEnding: linesIn({ first: last.last, last: last.last })
        .map(({ ending }) => ending)
        .join(''),
    }
  }

  const linesIn = ({ first, last }: LineRange) => lines.slice(first, last + 1)

  return nodesOf(lines, spans)
}
