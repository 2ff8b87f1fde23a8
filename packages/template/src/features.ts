import type { FrontMatter } from './frontMatter.js'
import type { IndexSpan } from './groups.js'
import type { NamedSlot } from './naming.js'
import type { Context, Part, Slot } from './outline.js'
import type { FoundSignoffs } from './signoffs.js'
import type { FoundTick } from './ticks.js'

/** A part that is no literal, and the characters it spans. */
export interface Feature {
  readonly start: number
  readonly end: number
  readonly part: Part
}

export interface Found {
  readonly text: string
  readonly named: readonly NamedSlot[]
  readonly slots: ReadonlyMap<string, Slot>
  readonly contexts: ReadonlyMap<number, Context>
  readonly signoffs: FoundSignoffs
  readonly ticks: readonly FoundTick[]
  readonly indices: readonly IndexSpan[]
  readonly frontMatter: FrontMatter | null
}

/** Everything in a template that is more than literal text, in order, none inside another. */
export function featuresOf(found: Found): Feature[] {
  const { text, named, ticks, indices, frontMatter } = found
  const source = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
  const values: Feature[] = named.map((slot) => ({ start: slot.start, end: slot.end, part: slotPart(found, slot) }))
  const counted = indices
    .filter((index) => !named.some((slot) => covers(slot, index)))
    .map((index): Feature => ({ ...index, part: { type: 'index', source: source(index), level: index.level } }))
  const status = frontMatter?.status ?? null
  const inner = [...values, ...counted, ...ticks]
  if (status !== null) inner.push({ ...status, part: { type: 'status', source: source(status), quote: status.quote } })
  const scalars = (frontMatter?.scalars ?? []).map((range): Feature => {
    const held = inner.filter((feature) => covers(range, feature))
    return {
      ...range,
      part: { type: 'scalar', source: source(range), parts: partsBetween(text, range.start, range.end, held) },
    }
  })
  const outer = inner.filter((feature) => !scalars.some((scalar) => covers(scalar, feature)))
  return [...outer, ...scalars].sort((a, b) => a.start - b.start)
}

const covers = (outer: { start: number; end: number }, inner: { start: number; end: number }) =>
  outer.start <= inner.start && inner.end <= outer.end

function slotPart({ text, signoffs, slots, contexts }: Found, slot: NamedSlot): Part {
  const source = text.slice(slot.start, slot.end)
  const found = contexts.get(slot.start) ?? { kind: 'html' }
  const half = signoffs.halves.get(slot.name)
  const prose = half === undefined && slots.get(slot.key)?.form === 'prose'
  // A slot alone in its block that is text elsewhere is one line here, too.
  const context: Context =
    found.kind === 'block' && !prose ? { kind: 'inline', cell: false, atBreak: true, nested: false } : found
  if (half !== undefined) return { type: 'signoff', source, role: half.role, field: half.field, context }
  return { type: 'slot', source, key: slot.key, context, at: slot.at }
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
