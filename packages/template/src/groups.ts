import type { Heading, Nodes, Root, RootContent } from 'mdast'
import type { SourceLine } from './lines.js'
import type { Occurrence } from './slots.js'

/** A repeating run in a template's source. Lines count from 0. */
export interface GroupSpan {
  /** `g1`, and `g1.1` for a group inside an item of `g1`. */
  readonly id: string
  readonly level: number
  readonly items: readonly LineRange[]
  /** Where the numbers to be counted stand in the first item. */
  readonly indices: readonly IndexSpan[]
  /** The groups inside the first item. */
  readonly inner: readonly GroupSpan[]
}

/** From the first line to the last, both included. */
export interface LineRange {
  readonly first: number
  readonly last: number
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
  /** Only siblings of one kind can repeat: sections of one depth, items of one list. */
  readonly kind: string
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
      const items = block.children.map((item) => ({ range: rangeOf(item), blocks: item.children, kind: 'item' }))
      return inSiblings(items, outer)
    }
    return 'children' in block ? block.children.flatMap((child) => inBlock(child, outer)) : []
  }

  function inSiblings(siblings: readonly Sibling[], outer: readonly IndexSpan[]): Run[] {
    const runs = runsOf(siblings, outer)
    const apart = runs.filter((run, i) => !runs.some((other, j) => Math.abs(i - j) === 1 && looksLike(run, other, siblings)))
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
  function looksLike(run: StartedRun, other: StartedRun, siblings: readonly Sibling[]): boolean {
    const shape = (at: number) => {
      const range = siblings[at]?.range
      return range && textOf(range).replace(/\{\{[^}]*\}\}/g, '{}').replace(/\d+/g, '#')
    }
    const touches = run.at + run.items.length === other.at || other.at + other.items.length === run.at
    return touches && shape(run.at) === shape(other.at)
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
    const [first, second] = siblings
    if (first === undefined || second === undefined) return null
    const pattern = pieces(first.range)
    const gap = gapBetween(first.range, second.range)
    const counted = countedPieces(pattern, pieces(second.range))
    if (first.kind !== second.kind || gap === null || counted === null) return null
    let count = 2
    for (let next = siblings[count]; next !== undefined; next = siblings[count]) {
      const last = siblings[count - 1]
      if (next.kind !== first.kind || last === undefined || gapBetween(last.range, next.range) !== gap) break
      if (!sameButFor(pattern, pieces(next.range), counted, count + 1)) break
      count += 1
    }
    const level = 1 + outer.reduce((deepest, index) => Math.max(deepest, index.level), 0)
    const indices = spansOf(first.range, pattern, counted, level)
    return tellsApart(indices, outer)
      ? { level, items: siblings.slice(0, count).map((item) => item.range), indices }
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

  function pieces(range: LineRange): string[] {
    return textOf(range).split(/(\d+)/)
  }

  function textOf({ first, last }: LineRange): string {
    return lines
      .slice(first, last + 1)
      .map((line, i, all) => (i === all.length - 1 ? line.text : line.text + line.ending))
      .join('')
  }

  /** The lines between two siblings; `null` where there is more than the marks of what contains them. */
  function gapBetween(a: LineRange, b: LineRange): string | null {
    const between = lines.slice(a.last + 1, b.first)
    if (b.first <= a.last || between.some((line) => !/^[\s>]*$/.test(line.text))) return null
    return (lines[a.last]?.ending ?? '') + between.map((line) => line.text + line.ending).join('')
  }

  function spansOf(
    range: LineRange,
    pattern: readonly string[],
    counted: ReadonlySet<number>,
    level: number,
  ): IndexSpan[] {
    let offset = lines[range.first]?.start ?? 0
    return pattern.flatMap((piece, i) => {
      const start = offset
      offset += piece.length
      return counted.has(i) ? [{ start, end: offset, level }] : []
    })
  }
}

const inside = (index: IndexSpan, slot: Occurrence) => index.start >= slot.start && index.end <= slot.end

/** Which numbers of the first item count up to the second's; `null` where the two differ in anything else. */
function countedPieces(first: readonly string[], second: readonly string[]): Set<number> | null {
  const counted = new Set(first.flatMap((piece, i) => (piece === second[i] ? [] : [i])))
  return sameButFor(first, second, counted, 2) ? counted : null
}

function sameButFor(
  first: readonly string[],
  other: readonly string[],
  counted: ReadonlySet<number>,
  index: number,
): boolean {
  return (
    first.length === other.length &&
    first.every((piece, i) => other[i] === (counted.has(i) ? String(index) : piece)) &&
    [...counted].every((i) => first[i] === '1')
  )
}

/** Headings with all that belongs to them, as far as the next heading of their depth or above. */
function sections(blocks: readonly RootContent[]): Sibling[] {
  const starts: { at: number; heading: Heading }[] = []
  blocks.forEach((block, at) => {
    const shallowest = starts.at(-1)?.heading.depth ?? 6
    if (block.type === 'heading' && block.depth <= shallowest) starts.push({ at, heading: block })
  })
  return starts.map(({ at, heading }, i) => {
    const held = blocks.slice(at, starts[i + 1]?.at)
    const range = { first: rangeOf(heading).first, last: rangeOf(held.at(-1) ?? heading).last }
    return { range, blocks: held, kind: `h${heading.depth}` }
  })
}

function rangeOf({ position }: Nodes): LineRange {
  return { first: (position?.start.line ?? 1) - 1, last: (position?.end.line ?? 1) - 1 }
}
