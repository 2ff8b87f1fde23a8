import type { FrontMatter } from './frontMatter.js'
import type { IndexSpan } from './groups.js'
import type { DescribedSlot } from './naming.js'
import type { Context, Part } from './outline.js'
import type { SignoffHalf } from './signoffs.js'
import type { FoundTick } from './ticks.js'

/** A part that is no literal, and the characters it spans. */
export interface Feature {
  readonly start: number
  readonly end: number
  readonly part: Part
}

export interface Found {
  readonly text: string
  readonly slots: readonly DescribedSlot[]
  readonly signoffs: readonly SignoffHalf[]
  readonly ticks: readonly FoundTick[]
  readonly indices: readonly IndexSpan[]
  readonly frontMatter: FrontMatter | null
}

/** Everything in a template that is more than literal text, in order, none inside another. */
export function featuresOf(found: Found): Feature[] {
  const { text, slots, signoffs, ticks, indices, frontMatter } = found
  const source = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
  const values = [
    ...slots.map((slot): Feature => ({ start: slot.start, end: slot.end, part: slotPart(source(slot), slot) })),
    ...signoffs.map((half): Feature => ({ start: half.start, end: half.end, part: signoffPart(source(half), half) })),
  ]
  const counted = indices
    .filter((index) => !values.some((value) => covers(value, index)))
    .map((index): Feature => ({ ...index, part: { type: 'index', source: source(index), level: index.level } }))
  const status = frontMatter?.status ?? null
  const inner = [...values, ...counted, ...ticks]
  if (status !== null) inner.push({ ...status, part: { type: 'status', source: source(status), quote: status.quote } })
  inner.sort(byStart)
  const scalars = (frontMatter?.scalars ?? []).map((range): Feature => {
    const held = inner.filter((feature) => covers(range, feature))
    return {
      ...range,
      part: { type: 'scalar', source: source(range), parts: partsBetween(text, range.start, range.end, held) },
    }
  })
  const outer = inner.filter((feature) => !scalars.some((scalar) => covers(scalar, feature)))
  return [...outer, ...scalars].sort(byStart)
}

const byStart = (a: Feature, b: Feature) => a.start - b.start

const covers = (outer: { start: number; end: number }, inner: { start: number; end: number }) =>
  outer.start <= inner.start && inner.end <= outer.end

function slotPart(source: string, { slot, context, at }: DescribedSlot): Part {
  return { type: 'slot', source, slot, context: slot.form === 'prose' ? context : ofOneLine(context), at }
}

function signoffPart(source: string, { role, field, context }: SignoffHalf): Part {
  return { type: 'signoff', source, role, field, context: ofOneLine(context) }
}

/** A slot alone in its block that is text elsewhere is one line here, too. */
function ofOneLine(context: Context): Context {
  return context.kind === 'block' ? { kind: 'inline', cell: false, atBreak: true, nested: false } : context
}

/** The features between two characters with the literals around them. */
export function partsBetween(text: string, start: number, end: number, features: readonly Feature[]): Part[] {
  const parts: Part[] = []
  let from = start
  const literal = (to: number) => {
    if (to > from) parts.push({ type: 'literal', source: text.slice(from, to) })
  }
  for (const feature of features) {
    literal(feature.start)
    parts.push(feature.part)
    from = feature.end
  }
  literal(end)
  return parts
}
