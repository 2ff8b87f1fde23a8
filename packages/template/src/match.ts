import type { IndexPart, Part, ScalarPart, SignoffPart, SlotPart, StatusPart, TickPart } from './outline.js'
import { readScalar } from './scalar.js'
import { skipper } from './units.js'

/** What the variable parts of a line hold in a given text, in the order of the parts. */
export type Capture =
  | { readonly part: SlotPart | SignoffPart | StatusPart; readonly source: string }
  | { readonly part: TickPart; readonly done: boolean }
  | { readonly part: IndexPart; readonly index: number }

type OpenPart = SlotPart | SignoffPart | StatusPart | ScalarPart

/** Beyond this length a line's markup is not looked at: that costs more than a line of a real record is worth. */
const markupChars = 10_000

/**
 * Lays a line of text along a line of a template.
 * Values are as short as the literals after them allow; what is escaped, in code or in a link is never taken for a literal.
 * @returns `null` where the literals do not fit.
 */
export function matchLine(parts: readonly Part[], text: string): Capture[] | null {
  if (!couldFit(parts, text)) return null
  const short = text.length < markupChars
  return (
    (short ? match(parts, text, true) : null) ??
    match(parts, text, false) ??
    (text.endsWith(' ') ? null : match(parts, `${text} `, short))
  )
}

/** Most lines are no line of the template, and most of those do not even begin or end like it. */
function couldFit(parts: readonly Part[], text: string): boolean {
  const spaced = `${text} `
  const last = parts.at(-1)
  if (parts[0]?.type === 'literal' && !spaced.startsWith(parts[0].source)) return false
  return last?.type !== 'literal' || text.endsWith(last.source) || spaced.endsWith(last.source)
}

function match(parts: readonly Part[], text: string, respectMarkup: boolean): Capture[] | null {
  const captures: Capture[] = []
  let open: OpenPart | null = null
  let from = 0
  let at = 0
  /** Moves over `[found, found + length)`, which ends the open part if there is one. */
  const take = (found: number, length: number): boolean => {
    if (found < 0 || (open === null && found !== at)) return false
    if (open !== null) {
      const held = capture(open, text.slice(from, found))
      if (held === null) return false
      captures.push(...held)
      open = null
    }
    at = found + length
    return true
  }
  for (const [i, part] of parts.entries()) {
    const last = i === parts.length - 1
    switch (part.type) {
      case 'literal':
        if (!take(findLiteral(part.source, text, at, open, last, respectMarkup), part.source.length)) return null
        break
      case 'index': {
        const found = (open === null ? /^\d+/ : /\d+/).exec(text.slice(at))
        if (found === null || !take(at + found.index, found[0].length)) return null
        captures.push({ part, index: Number(found[0]) })
        break
      }
      case 'tick': {
        const found = findTick(part, text, at, open !== null)
        if (found === null || !take(found.start, found.length)) return null
        captures.push({ part, done: found.done })
        break
      }
      case 'slot':
      case 'signoff':
      case 'status':
      case 'scalar':
        if (open !== null) return null
        open = part
        from = at
        break
    }
  }
  if (open !== null) return take(text.length, 0) ? captures : null
  return at === text.length ? captures : null
}

function capture(part: OpenPart, source: string): Capture[] | null {
  return part.type === 'scalar'
    ? match(part.parts, readScalar(source), false)
    : [{ part, source: source.replace(/^[ \t]+|[ \t]+$/g, '') }]
}

function findLiteral(
  literal: string,
  text: string,
  at: number,
  open: OpenPart | null,
  last: boolean,
  respectMarkup: boolean,
): number {
  if (open === null) return text.startsWith(literal, at) ? at : -1
  if (last) return text.length - literal.length >= at && text.endsWith(literal) ? text.length - literal.length : -1
  const skip = skipper('context' in open ? open.context : null, respectMarkup)
  for (let i = at; i < text.length; i += skip(text, i)) {
    if (text.startsWith(literal, i)) return i
  }
  return -1
}

function findTick(
  part: TickPart,
  text: string,
  at: number,
  open: boolean,
): { start: number; length: number; done: boolean } | null {
  if (part.shape === 'mark') {
    const trailing = /[ \t]+([✓✔✅☑]\uFE0F?)[ \t]*$/u.exec(text.slice(at))
    if (trailing !== null && (open || trailing.index === 0))
      return { start: at + trailing.index, length: text.length - at - trailing.index, done: true }
    return { start: text.length, length: 0, done: false }
  }
  const box = /^\[([ xX✓✔✅☑])\uFE0F?\]/u.exec(text.slice(at))
  return box === null ? null : { start: at + box.index, length: box[0].length, done: box[1] !== ' ' }
}
