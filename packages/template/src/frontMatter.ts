import { isMap, isScalar, isSeq, type ParsedNode, parseDocument, type Scalar } from 'yaml'
import { placeOf, TemplateError } from './errors.js'
import type { Context } from './outline.js'
import type { Occurrence } from './slots.js'

/** How the slots of a template's front matter stand in it. */
export interface FrontMatter {
  /** By the slot's start. */
  readonly contexts: ReadonlyMap<number, Context>
  /** Unquoted values that hold slots, as ranges of the file. */
  readonly scalars: readonly { start: number; end: number }[]
  /** The value of the top level's own `status`, quotes left out, where it holds no slot. */
  readonly status: { start: number; end: number; quote: '"' | "'" | '' } | null
}

/**
 * Looks at the YAML between `start` and `end` of a template.
 * @throws TemplateError where it is not valid YAML, or where a slot is a key, an anchor or an alias.
 */
export function readFrontMatter(source: string, start: number, end: number, slots: readonly Occurrence[]): FrontMatter {
  const inside = slots.filter((slot) => slot.start >= start && slot.end <= end)
  // A lone carriage return ends a line of Markdown, but not of YAML.
  const yaml = neutral(source, inside)
    .slice(start, end)
    .replace(/\r(?!\n)/g, '\n')
  const document = parseDocument(yaml)
  const [error] = document.errors
  if (error !== undefined) {
    throw new TemplateError(
      `the front matter is not valid YAML: ${error.message.replace(/\n[\s\S]*/, '')}`,
      placeOf(source, start + error.pos[0]),
      { cause: error },
    )
  }
  const contexts = new Map<number, Context>()
  const scalars: { start: number; end: number }[] = []
  for (const { scalar, isKey } of scalarsIn(document.contents, false)) {
    const [from, to] = scalar.range
    const held = inside.filter((slot) => slot.start >= start + from && slot.end <= start + to)
    const [first] = held
    if (first === undefined) continue
    if (isKey) throw unsafe(source, first, 'is a key of the front matter; use slots for values only')
    const style = styleOf(scalar)
    if (style === 'plain') {
      if (/[\r\n]/.test(yaml.slice(from, to)))
        throw unsafe(source, first, 'is part of an unquoted value of several lines; quote it')
      scalars.push({ start: start + from, end: start + to })
    }
    for (const slot of held) contexts.set(slot.start, { kind: 'yaml', style })
  }
  for (const slot of inside) {
    if (contexts.has(slot.start)) continue
    const lineStart = source.lastIndexOf('\n', slot.start) + 1
    if (!/(^|\s)#/.test(source.slice(lineStart, slot.start))) {
      throw unsafe(source, slot, 'is neither a value nor in a comment of the front matter')
    }
    contexts.set(slot.start, { kind: 'yaml', style: 'raw' })
  }
  return { contexts, scalars, status: literalStatus(document.contents, start, inside) }
}

/** Every scalar of a document; those inside a key that is a map or a list are keys, too. */
function scalarsIn(node: ParsedNode | null, isKey: boolean): { scalar: Scalar.Parsed; isKey: boolean }[] {
  if (isScalar(node)) return [{ scalar: node, isKey }]
  if (isSeq(node)) return node.items.flatMap((item) => scalarsIn(item, isKey))
  if (!isMap(node)) return []
  return node.items.flatMap(({ key, value }) => [...scalarsIn(key, true), ...scalarsIn(value, isKey)])
}

function styleOf({ type }: Scalar): 'double' | 'single' | 'plain' | 'raw' {
  if (type === 'QUOTE_DOUBLE') return 'double'
  if (type === 'QUOTE_SINGLE') return 'single'
  return type === 'PLAIN' ? 'plain' : 'raw'
}

const quotes = { double: '"', single: "'", plain: '' } as const

/** The value of the top level's own `status` without its quotes; `null` where it holds a slot, or nothing. */
function literalStatus(root: ParsedNode | null, start: number, slots: readonly Occurrence[]): FrontMatter['status'] {
  const pair = isMap(root) ? root.items.find(({ key }) => isScalar(key) && key.value === 'status') : undefined
  const scalar = pair?.value
  if (!isScalar(scalar)) return null
  const style = styleOf(scalar)
  if (style === 'raw') return null
  const [from, to] = scalar.range
  const quote = quotes[style]
  const inner = { start: start + from + quote.length, end: start + to - quote.length, quote }
  const isOpen = slots.some((slot) => slot.start < inner.end && slot.end > inner.start)
  return isOpen || inner.start === inner.end ? null : inner
}

/** The same text with every slot turned into a word as long, for a parser that gives braces a meaning. */
function neutral(source: string, slots: readonly Occurrence[]): string {
  return slots.reduce(
    (text, { start, end }) => text.slice(0, start) + 'X'.repeat(end - start) + text.slice(end),
    source,
  )
}

/** The error for a slot in a place where no value could be written safely. */
export function unsafe(source: string, slot: Occurrence, why: string): TemplateError {
  return new TemplateError(`{{${slot.name}}} ${why}.`, placeOf(source, slot.start))
}
