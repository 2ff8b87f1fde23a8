import type { Nodes, Root } from 'mdast'
import { type GroupSpan, groupsAround } from './groups.js'
import type { TickPart } from './outline.js'
import { spanOf } from './syntax.js'

/** A tick and where it stands. */
export interface FoundTick {
  readonly start: number
  readonly end: number
  readonly part: TickPart
}

const box = /^(?:[-*+]|\d{1,9}[.)])[ \t]+(\[([ xX✓✔✅☑]\uFE0F?)\])(?=[ \t])/u
const mark = /^[^\r\n]*?([ \t]+([✓✔✅☑]\uFE0F?))(?=[ \t]*(?:[\r\n]|$))/u

/** Finds the boxes of list items everywhere, and the marks that end headings inside groups. */
export function findTicks(text: string, root: Root, spans: readonly GroupSpan[]): FoundTick[] {
  const counts = new Map<string, number>()
  const found: FoundTick[] = []
  const add = (node: Nodes, start: number, shape: 'box' | 'mark', source: string, sign: string) => {
    const around = groupsAround(spans, spanOf(node).first)
    if (around === null || (shape === 'mark' && around.length === 0)) return
    const scope = around.at(-1)?.id ?? ''
    const count = (counts.get(scope) ?? 0) + 1
    counts.set(scope, count)
    const done = sign !== ' '
    const part: TickPart = { type: 'tick', source, id: `t${count}`, shape, mark: done ? sign : 'x', done }
    found.push({ start, end: start + source.length, part })
  }
  const walk = (node: Nodes) => {
    const { start, end } = spanOf(node)
    const own = text.slice(start, end)
    if (node.type === 'listItem') {
      const [whole, source, sign] = box.exec(own) ?? []
      if (whole !== undefined && source !== undefined && sign !== undefined) {
        add(node, start + whole.length - source.length, 'box', source, sign)
      }
    } else if (node.type === 'heading') {
      const [whole, source, sign] = mark.exec(own) ?? []
      if (whole !== undefined && source !== undefined && sign !== undefined) {
        add(node, start + whole.length - source.length, 'mark', source, sign)
      }
    }
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(root)
  return found
}
