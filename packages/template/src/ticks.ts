import type { Nodes, Root } from 'mdast'
import { type GroupSpan, groupsAround } from './groups.js'
import type { TickPart } from './outline.js'

/** A tick and where it stands. */
export interface FoundTick {
  readonly start: number
  readonly end: number
  readonly part: TickPart
}

const box = /^(?:[-*+]|\d{1,9}[.)])[ \t]+(\[([ xX✓✔✅☑]\uFE0F?)\])(?=[ \t])/u
const mark = /[ \t]+([✓✔✅☑]\uFE0F?)(?=[ \t]*$)/u

/** Finds the boxes of list items everywhere, and the marks that end headings inside groups. */
export function findTicks(text: string, root: Root, spans: readonly GroupSpan[]): FoundTick[] {
  const counts = new Map<string, number>()
  const found: FoundTick[] = []
  const add = (node: Nodes, start: number, shape: 'box' | 'mark', source: string, sign: string) => {
    const around = groupsAround(spans, (node.position?.start.line ?? 1) - 1)
    if (around === null || (shape === 'mark' && around.length === 0)) return
    const scope = around.at(-1)?.id ?? ''
    const count = (counts.get(scope) ?? 0) + 1
    counts.set(scope, count)
    const done = sign !== ' '
    const part: TickPart = { type: 'tick', source, id: `t${count}`, shape, mark: done ? sign : 'x', done }
    found.push({ start, end: start + source.length, part })
  }
  const walk = (node: Nodes) => {
    const start = node.position?.start.offset ?? 0
    const own = text.slice(start, node.position?.end.offset)
    if (node.type === 'listItem') {
      const [whole, source, sign] = box.exec(own) ?? []
      if (whole !== undefined && source !== undefined && sign !== undefined) {
        add(node, start + whole.length - source.length, 'box', source, sign)
      }
    } else if (node.type === 'heading') {
      const match = mark.exec(own.split(/\r\n|\n|\r/, 1)[0] ?? '')
      if (match?.[1] !== undefined) add(node, start + match.index, 'mark', match[0], match[1])
    }
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(root)
  return found
}
