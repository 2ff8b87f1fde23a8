import { isScalar, parseDocument, type Scalar, visit } from 'yaml'
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

const styles = {
  QUOTE_DOUBLE: 'double',
  QUOTE_SINGLE: 'single',
  PLAIN: 'plain',
  BLOCK_LITERAL: 'raw',
  BLOCK_FOLDED: 'raw',
} as const

/**
 * Looks at the YAML between `start` and `end` of a template.
 * @throws TemplateError where it is not valid YAML, or where a slot is a key, an anchor or an alias.
 */
export function readFrontMatter(source: string, start: number, end: number, slots: readonly Occurrence[]): FrontMatter {
  const inside = slots.filter((slot) => slot.start >= start && slot.end <= end)
  // A lone carriage return ends a line of Markdown, but not of YAML.
  const yaml = neutral(source, inside).slice(start, end).replace(/\r(?!\n)/g, '\n')
  const document = parseDocument(yaml)
  const [error] = document.errors
  if (error !== undefined) {
    throw new TemplateError(
      `the front matter is not valid YAML: ${error.message.split('\n')[0] ?? error.code}`,
      placeOf(source, start + error.pos[0]),
      { cause: error },
    )
  }
  const contexts = new Map<number, Context>()
  const scalars: { start: number; end: number }[] = []
  const take = (scalar: Scalar, isKey: boolean) => {
    const [from, to] = scalar.range ?? [0, 0]
    const held = inside.filter((slot) => slot.start >= start + from && slot.end <= start + to)
    const [first] = held
    if (first === undefined) return
    if (isKey) throw unsafe(source, first, 'is a key of the front matter; use slots for values only')
    const style = styles[scalar.type ?? 'PLAIN']
    if (style === 'plain') {
      if (/[\r\n]/.test(yaml.slice(from, to))) throw unsafe(source, first, 'is part of an unquoted value of several lines; quote it')
      scalars.push({ start: start + from, end: start + to })
    }
    for (const slot of held) contexts.set(slot.start, { kind: 'yaml', style })
  }
  visit(document, { Scalar: (key, node) => take(node, key === 'key') })
  for (const slot of inside) {
    if (contexts.has(slot.start)) continue
    const lineStart = source.lastIndexOf('\n', slot.start) + 1
    if (!/(^|\s)#/.test(source.slice(lineStart, slot.start))) {
      throw unsafe(source, slot, 'is neither a value nor in a comment of the front matter')
    }
    contexts.set(slot.start, { kind: 'yaml', style: 'raw' })
  }
  const status = document.contents !== null && 'items' in document.contents ? document.get('status', true) : undefined
  return { contexts, scalars, status: isScalar(status) ? literalStatus(status, start, inside) : null }
}

function literalStatus(scalar: Scalar, start: number, slots: readonly Occurrence[]): FrontMatter['status'] {
  const [from, to] = scalar.range ?? [0, 0]
  const quote = scalar.type === 'QUOTE_DOUBLE' ? '"' : scalar.type === 'QUOTE_SINGLE' ? "'" : ''
  const inner = { start: start + from + quote.length, end: start + to - quote.length, quote } as const
  const line = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE' || scalar.type === 'PLAIN'
  return line && inner.end > inner.start && !slots.some((slot) => slot.start < inner.end && slot.end > inner.start)
    ? inner
    : null
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
