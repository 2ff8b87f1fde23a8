import type { Scope } from './document.js'
import { encodeText, type Neighbours } from './encode.js'
import { remembered } from './memory.js'
import type { IndexPart, Line, Part, SignoffPart, SlotPart, StatusPart, TickPart } from './outline.js'
import { inlineToMarkdown } from './prose/inline.js'
import { placeSlot } from './resolve.js'
import { writeScalar } from './scalar.js'
import type { Signoffs } from './signoffs.js'
import { ticked } from './ticked.js'
import { unambiguous, type Written } from './unambiguous.js'
import { textValue } from './values.js'

/** What is printed besides the document. */
export interface LineOptions {
  readonly signoffs: Signoffs
  readonly status: string | undefined
  /** What stands in the place of an empty slot; `null` for its placeholder. */
  readonly empty: string | null
}

export interface PrintedLine {
  readonly text: string
  /** How many slots, sign-offs included, the line has, and how many of them hold something. */
  readonly slots: number
  readonly filled: number
}

/** Prints a line of literals and text slots. */
export function printLine(line: Line, scope: Scope, options: LineOptions): PrintedLine {
  const written = writeParts(line.parts)
  const slots = written.filter(({ part }) => part.type === 'slot' || part.type === 'signoff')
  const filled = slots.filter(({ filled }) => filled).length
  return {
    text: filled === 0 ? render(line.parts, written) : unambiguous(line.parts, written, render),
    slots: slots.length,
    filled,
  }

  function writeParts(parts: readonly Part[]): Written[] {
    return parts.flatMap((part, i) => writePart(part, neighboursOf(parts, i)))
  }

  function writePart(part: Part, neighbours: Neighbours): Written[] {
    switch (part.type) {
      case 'literal':
        return []
      case 'index':
        return [{ part, text: indexText(scope, part), filled: true }]
      case 'tick':
        return [{ part, text: tickText(part, ticked(scope, part)), filled: true }]
      case 'status':
        return [{ part, text: statusText(part), filled: true }]
      case 'slot':
        return [writeSlot(part, neighbours)]
      case 'signoff':
        return [writeSignoff(part, neighbours)]
      case 'scalar':
        return writeParts(part.parts)
    }
  }

  function writeSlot(part: SlotPart, neighbours: Neighbours): Written {
    const { slot } = part
    const { fragment, placeholder } = placeSlot(slot, scope, part.at)
    const value = textValue(slot, fragment, placeholder)
    if (value === null || fragment === undefined) return { part, ...writeEmpty(part, placeholder, neighbours) }
    const { context } = part
    const canonical =
      value.kind === 'inline' && context.kind === 'inline'
        ? inlineToMarkdown(value.nodes, { ...neighbours, cell: context.cell, atBreak: context.atBreak })
        : encodeText(context, value.text, neighbours)
    return { part, text: remembered(fragment, context, value, canonical) ?? canonical, canonical, filled: true }
  }

  function writeSignoff(part: SignoffPart, neighbours: Neighbours): Written {
    const signoff = options.signoffs[part.role]
    const text = signoff?.[part.field] ?? ''
    if (signoff === undefined || text === '') return { part, ...writeEmpty(part, part.source, neighbours) }
    const canonical = encodeText(part.context, text, neighbours)
    return { part, text: signoff.source?.[part.field] || canonical, canonical, filled: true }
  }

  function writeEmpty(part: SlotPart | SignoffPart, placeholder: string, neighbours: Neighbours) {
    return {
      text: options.empty === null ? placeholder : encodeText(part.context, options.empty, neighbours),
      filled: false,
    }
  }

  function statusText(part: StatusPart): string {
    if (options.status === undefined) return part.source
    return encodeText(
      { kind: 'yaml', style: part.quote === '"' ? 'double' : part.quote === "'" ? 'single' : 'plain' },
      options.status,
      { before: '', after: '' },
    )
  }
}

/** An item's number at one level of the groups around it. */
function indexText({ indices }: Scope, { level }: IndexPart): string {
  return indices.slice(level - 1, level).join('')
}

function tickText(tick: TickPart, done: boolean): string {
  if (tick.shape === 'mark') return done ? tick.source : ''
  if (done === tick.done) return tick.source
  return done ? `[${tick.mark}]` : '[ ]'
}

function neighboursOf(parts: readonly Part[], i: number): Neighbours {
  const before = parts[i - 1]
  const after = parts[i + 1]
  return {
    before: before?.type === 'literal' ? before.source.slice(-1) : '',
    after: after?.type === 'literal' ? after.source.slice(0, 1) : '',
  }
}

/** Puts literals and written parts together; `written` is in the order of the parts. */
function render(parts: readonly Part[], written: readonly Written[]): string {
  const queue = [...written]
  const text = (part: Part): string => {
    if (part.type === 'literal') return part.source
    if (part.type !== 'scalar')
      return queue
        .splice(0, 1)
        .map((piece) => piece.text)
        .join('')
    const inner = part.parts.map(text).join('')
    return inner === part.source ? inner : writeScalar(inner)
  }
  return parts.map(text).join('')
}
