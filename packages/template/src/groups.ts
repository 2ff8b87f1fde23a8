import type { Heading, Nodes, Root, RootContent } from 'mdast'
import type { LineRange, SourceLine } from './lines.js'
import { countedNumbers, gapBetween, patternOf, sameButFor } from './patterns.js'
import type { Occurrence } from './slots.js'
import { spanOf } from './syntax.js'

/** A repeating run in a template's source. Lines count from 0. */
export interface GroupSpan {
  /** `g1`, and `g1.1` for a group inside an item of `g1`. */
  readonly id: string
  readonly level: number
  /** What repeats. */
  readonly of: 'sections' | 'listItems'
  readonly items: readonly [LineRange, LineRange, ...LineRange[]]
  readonly last: LineRange
  /** Where the numbers to be counted stand in the first item. */
  readonly indices: readonly IndexSpan[]
  /** The groups inside the first item. */
  readonly inner: readonly GroupSpan[]
}

export interface IndexSpan {
  readonly start: number
  readonly end: number
  readonly level: number
}

interface Sibling {
  readonly range: LineRange
  /** What is looked at for groups inside it. */
  readonly blocks: readonly RootContent[]
  /** Only siblings of one depth can repeat: 1–6 for sections, 0 for items of a list. */
  readonly depth: number
}

/**
 * Finds runs of siblings (sections under one heading, items of one list) that are equal once one number, counting up
 * from 1, is left out of account. At least one slot's name must hold that number, or nothing would tell the items apart.
 */
export function findGroups(root: Root, lines: readonly SourceLine[], slots: readonly Occurrence[]): GroupSpan[] {
  return identify(createFinder(lines, slots)(root.children, []), 'g')
}

type Run = Omit<GroupSpan, 'id' | 'inner'> & { readonly inner: readonly Run[] }

/** A run and the sibling it starts with. */
type StartedRun = Omit<Run, 'inner'> & { readonly at: number }

function identify(runs: readonly Run[], prefix: string): GroupSpan[] {
  return runs.map((run, i) => ({ ...run, id: `${prefix}${i + 1}`, inner: identify(run.inner, `${prefix}${i + 1}.`) }))
}

/** @returns the groups around a line, outermost first; `null` for a line of a second or later item. */
export function groupsAround(spans: readonly GroupSpan[], line: number): GroupSpan[] | null {
  for (const span of spans) {
    const item = span.items.findIndex((range) => range.first <= line && line <= range.last)
    if (item < 0) continue
    const inner = item === 0 ? groupsAround(span.inner, line) : null
    return inner === null ? null : [span, ...inner]
  }
  return []
}

function createFinder(lines: readonly SourceLine[], slots: readonly Occurrence[]) {
  return function inBlocks(blocks: readonly RootContent[], outer: readonly IndexSpan[]): Run[] {
    const firstHeading = blocks.findIndex((block) => block.type === 'heading')
    const before = firstHeading < 0 ? blocks : blocks.slice(0, firstHeading)
    const found = before.flatMap((block) => inBlock(block, outer))
    return firstHeading < 0 ? found : [...found, ...inSiblings(sections(blocks.slice(firstHeading)), outer)]
  }

  function inBlock(block: Nodes, outer: readonly IndexSpan[]): Run[] {
    if (block.type === 'list') {
      const items = block.children.map((item) => ({ range: spanOf(item), blocks: item.children, depth: 0 }))
      return inSiblings(items, outer)
    }
    return 'children' in block ? block.children.flatMap((child) => inBlock(child, outer)) : []
  }

  function inSiblings(siblings: readonly Sibling[], outer: readonly IndexSpan[]): Run[] {
    const runs = runsOf(siblings, outer)
    const apart = runs.filter((run, i) => !runs.some((other, j) => Math.abs(i - j) === 1 && looksLike(run, other)))
    return siblings.flatMap((sibling, i) => {
      const run = apart.find((one) => one.at <= i && i < one.at + one.items.length)
      if (run === undefined) return inSibling(sibling, outer)
      const { at, ...found } = run
      return at === i ? [{ ...found, inner: inSibling(sibling, [...outer, ...run.indices]) }] : []
    })
  }

  function runsOf(siblings: readonly Sibling[], outer: readonly IndexSpan[]): StartedRun[] {
    const runs: StartedRun[] = []
    for (let at = 0; at < siblings.length; ) {
      const run = runFrom(siblings.slice(at), outer)
      if (run !== null) runs.push({ ...run, at })
      at += run?.items.length ?? 1
    }
    return runs
  }

  /** Of two runs that follow each other and differ in names alone, nobody could say where one ends in a filled file. */
  function looksLike(run: StartedRun, other: StartedRun): boolean {
    const shape = ({ items: [first] }: StartedRun) => patternOf(lines, first).shape.replace(/\{\{[^}]*\}\}/g, '{}')
    const touches = run.at + run.items.length === other.at || other.at + other.items.length === run.at
    return touches && shape(run) === shape(other)
  }

  function inSibling(sibling: Sibling, outer: readonly IndexSpan[]): Run[] {
    const [first, ...rest] = sibling.blocks
    if (first?.type !== 'heading') return sibling.blocks.flatMap((block) => inBlock(block, outer))
    const own = rest.findIndex((block) => block.type === 'heading')
    const body = own < 0 ? rest : rest.slice(0, own)
    const below = own < 0 ? [] : sections(rest.slice(own))
    return [...body.flatMap((block) => inBlock(block, outer)), ...inSiblings(below, outer)]
  }

  function runFrom(siblings: readonly Sibling[], outer: readonly IndexSpan[]): Omit<Run, 'inner'> | null {
    const [first, second, ...others] = siblings
    if (first === undefined || second?.depth !== first.depth) return null
    const pattern = patternOf(lines, first.range)
    const gap = gapBetween(lines, first.range, second.range)
    const counted = countedNumbers(pattern, patternOf(lines, second.range))
    if (counted === null) return null
    const items: [LineRange, LineRange, ...LineRange[]] = [first.range, second.range]
    let last = second.range
    for (const { depth, range } of others) {
      if (depth !== first.depth || gapBetween(lines, last, range) !== gap) break
      if (!sameButFor(pattern, patternOf(lines, range), counted, items.length + 1)) break
      items.push(range)
      last = range
    }
    const level = 1 + Math.max(0, ...outer.map((index) => index.level))
    const indices = pattern.numbers.flatMap(({ start, end }, i) => (counted.has(i) ? [{ start, end, level }] : []))
    return tellsApart(indices, outer)
      ? { level, of: first.depth === 0 ? 'listItems' : 'sections', items, last, indices }
      : null
  }

  /** A slot that counts here must count at every outer level, too: else one value would belong to several items. */
  function tellsApart(indices: readonly IndexSpan[], outer: readonly IndexSpan[]): boolean {
    const outerLevels = new Set(outer.map((index) => index.level))
    const counting = slots.filter((slot) => indices.some((index) => inside(index, slot)))
    return (
      counting.length > 0 &&
      counting.every((slot) =>
        [...outerLevels].every((level) => outer.some((index) => index.level === level && inside(index, slot))),
      )
    )
  }
}

const inside = (index: IndexSpan, slot: Occurrence) => index.start >= slot.start && index.end <= slot.end

/** Headings with all that belongs to them, as far as the next heading of their depth or above. */
function sections(blocks: readonly RootContent[]): Sibling[] {
  const starts: { at: number; heading: Heading }[] = []
  blocks.forEach((block, at) => {
    const shallowest = starts.at(-1)?.heading.depth ?? 6
    if (block.type === 'heading' && block.depth <= shallowest) starts.push({ at, heading: block })
  })
  return starts.map(({ at, heading }, i) => {
    const held = blocks.slice(at, starts[i + 1]?.at)
    const last = Math.max(...held.map((block) => spanOf(block).last))
    return { range: { first: spanOf(heading).first, last }, blocks: held, depth: heading.depth }
  })
}
