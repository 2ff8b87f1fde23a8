import type { Root } from 'mdast'
import { contextOf } from './contexts.js'
import { placeOf, TemplateError } from './errors.js'
import { type Feature, featuresOf } from './features.js'
import { type FrontMatter, readFrontMatter } from './frontMatter.js'
import { findGroups, type GroupSpan, groupsAround } from './groups.js'
import { groupsOf } from './groupsOf.js'
import { layoutOf } from './layoutOf.js'
import { type SourceLine, splitLines } from './lines.js'
import { describeSlots, nameSlots } from './naming.js'
import type { Context } from './outline.js'
import { outlineOf } from './outlineOf.js'
import { sortSignoffs } from './signoffs.js'
import { findSlots, type Occurrence } from './slots.js'
import { parseFile, spanOf, type Token, tokenize } from './syntax.js'
import type { Template } from './template.js'
import { findTicks } from './ticks.js'

const byteOrderMark = '\uFEFF'

/**
 * Understands a Markdown file with `{{SLOTS}}` as a template.
 * @param source UTF-16 text; any line endings, with or without a byte order mark.
 * @throws TemplateError with line and column for unbalanced braces, front matter that is no YAML, and slots in places
 *   where no value could be written safely.
 * @see docs/spec.md T1
 */
export function parseTemplate(source: string): Template {
  const bom = source.startsWith(byteOrderMark) ? byteOrderMark : ''
  const text = source.slice(bom.length)
  const occurrences = findSlots(text)
  const root = parseFile(text)
  const tokens = tokenize(text)
  const lines = splitLines(text)
  const frontMatter = frontMatterOf(text, root, occurrences)
  const spans = findGroups(root, lines, occurrences)
  const named = nameSlots(
    occurrences.map((slot) => ({ ...slot, context: contextAt(text, tokens, frontMatter, slot) })),
    spans,
    (offset) => lineAt(lines, offset),
  )
  const { signoffs, halves, others } = sortSignoffs(
    text,
    named,
    ({ start }) => groupsAround(spans, lineAt(lines, start))?.length === 0,
  )
  const described = describeSlots(others)
  const slots = new Map(described.map(({ slot }) => [slot.key, slot]))
  const ticks = findTicks(text, root, spans)
  const indices = indicesOf(spans)
  const features = featuresOf({ text, slots: described, signoffs: halves, ticks, indices, frontMatter })
  refuseAdjacent(text, features)
  const outline = outlineOf({ text, root, lines, spans, features, slots })
  const title = titleOf(text, root, features)
  return {
    source,
    bom,
    outline,
    slots,
    signoffs: signoffs.map(({ role, label }) => ({ role, label })),
    name: title.words,
    titleSlot: title.slot,
    newline: lines[0]?.ending || '\n',
    groups: groupsOf(outline),
    layout: layoutOf({ text, root, features, spans, slots, signoffs }),
  }
}

function frontMatterOf(text: string, root: Root, slots: readonly Occurrence[]): FrontMatter | null {
  const [first] = root.children
  if (first?.type !== 'yaml') return null
  const fence = text.indexOf('\n') < 0 ? text.indexOf('\r') + 1 : text.indexOf('\n') + 1
  return readFrontMatter(text, fence, Math.max(fence, text.lastIndexOf('---', spanOf(first).end)), slots)
}

function contextAt(text: string, tokens: readonly Token[], frontMatter: FrontMatter | null, slot: Occurrence): Context {
  return frontMatter?.contexts.get(slot.start) ?? contextOf(text, tokens, slot)
}

function lineAt(lines: readonly SourceLine[], offset: number): number {
  return lines.findLastIndex((line) => line.start <= offset)
}

function indicesOf(spans: readonly GroupSpan[]): GroupSpan['indices'] {
  return spans.flatMap((span) => [...span.indices, ...indicesOf(span.inner)])
}

/** Values with nothing between them could not be told apart when the file is read back. */
function refuseAdjacent(text: string, features: readonly Feature[]): void {
  const flat = features.flatMap(spread)
  flat.forEach((feature, i) => {
    const next = flat[i + 1]
    if (next === undefined || !isValue(feature) || !isValue(next)) return
    const between = text.slice(feature.end, next.start)
    const blocks = isProse(feature) && isProse(next) && between.trim() === ''
    if (between !== '' && !blocks) return
    const advice = blocks ? 'Put a heading or a line of text between them.' : 'Put at least one character between them.'
    throw new TemplateError(
      `nothing stands between ${text.slice(feature.start, feature.end)} and ${text.slice(next.start, next.end)}, so their values could not be told apart when the file is read back. ${advice}`,
      placeOf(text, next.start),
    )
  })
}

/** What an unquoted YAML value holds, each where it stands. */
function spread(feature: Feature): Feature[] {
  if (feature.part.type !== 'scalar') return [feature]
  let end = feature.start
  return feature.part.parts.flatMap((part) => {
    const start = end
    end += part.source.length
    return part.type === 'literal' ? [] : [{ start, end, part }]
  })
}

const isValue = ({ part }: Feature) => part.type === 'slot' || part.type === 'signoff'
const isProse = ({ part }: Feature) => part.type === 'slot' && part.context.kind === 'block'

/** The first heading's own words, and the first slot in it. */
function titleOf(text: string, root: Root, features: readonly Feature[]): { words: string; slot: string | null } {
  const heading = root.children.find((block) => block.type === 'heading')
  if (heading === undefined) return { words: '', slot: null }
  const { start, end } = spanOf(heading)
  const held = features.filter((feature) => feature.start >= start && feature.end <= end)
  const literal = held.reduceRight(
    (words, { start: from, end: to }) => `${words.slice(0, from - start)} ${words.slice(to - start)}`,
    text.slice(start, end),
  )
  const words = literal
    .replace(/[#*_`\r\n]/g, ' ')
    .replace(/^[\s\-–—:,|]+|[\s\-–—:,|]+$/g, '')
    .replace(/\s+/g, ' ')
  const [slot] = held.flatMap(({ part }) => (part.type === 'slot' && part.slot.group === null ? [part.slot.key] : []))
  return { words, slot: slot ?? null }
}
