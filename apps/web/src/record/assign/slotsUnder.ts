import type { Section } from '../outline/sections.js'

/** Slots that are given to somebody together. */
export interface Lot {
  /** Of the heading they stand under. */
  readonly id: string
  readonly text: string
  /** Each once. */
  readonly paths: readonly string[]
}

/** The slots under a heading, those under the headings within it too. */
export function slotsUnder(sections: readonly Section[], id: string): Lot | undefined {
  const start = sections.findIndex((section) => section.id === id)
  const heading = sections[start]
  if (heading === undefined) return undefined
  const after = sections.slice(start + 1)
  const end = after.findIndex(({ depth }) => depth <= heading.depth)
  const within = end === -1 ? after : after.slice(0, end)
  return { id, text: heading.text, paths: [...new Set([heading, ...within].flatMap(({ paths }) => paths))] }
}

/** What a slot can be given away with: the sections it stands in, the innermost first; none that holds no more than it. */
export function lotsAround(sections: readonly Section[], path: string): readonly Lot[] {
  const own = sections.findIndex(({ paths }) => paths.includes(path))
  const lots: Lot[] = []
  let depth = Number.POSITIVE_INFINITY
  for (const section of sections.slice(0, own + 1).reverse()) {
    if (section.depth >= depth) continue
    depth = section.depth
    const lot = slotsUnder(sections, section.id)
    if (lot !== undefined && lot.paths.length > (lots.at(-1)?.paths.length ?? 1)) lots.push(lot)
  }
  return lots
}
