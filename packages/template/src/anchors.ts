import { matchLine } from './match.js'
import type { Line, Outline } from './outline.js'
import type { Template } from './template.js'
import { blockPathsOf } from './templateBlocks.js'

/** Says whether a line of a value, standing in a block of the given kind, could be taken for a line of the template. */
export type Anchors = (text: string, block: string | undefined) => boolean

const cache = new WeakMap<Template, Anchors>()

/** Lines of a template that are known by words of their own. */
export function anchorsOf(template: Template): Anchors {
  const known = cache.get(template)
  if (known !== undefined) return known
  const paths = blockPathsOf(template)
  const byBlock = new Map<string | undefined, Line[]>()
  for (const line of linesOf(template.outline)) {
    if (!line.parts.some((part) => part.type === 'literal' && /[\p{L}\p{N}]/u.test(part.source))) continue
    const block = paths[line.number]
    byBlock.set(block, [...(byBlock.get(block) ?? []), line])
  }
  const anchors: Anchors = (text, block) =>
    byBlock.get(block)?.some((line) => matchLine(line.parts, text) !== null) ?? false
  cache.set(template, anchors)
  return anchors
}

/** All lines of an outline, those of groups once. */
export function linesOf(outline: Outline): Line[] {
  return outline.flatMap((node) => (node.type === 'line' ? [node] : [...linesOf(node.item), ...node.gap]))
}
