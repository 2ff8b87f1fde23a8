import { decodeText, numbered } from './encode.js'
import { type Capture, matchLine } from './match.js'
import type { Context, IndexPart, Part, SignoffPart, SlotPart, StatusPart, TickPart } from './outline.js'
import { skipper, unitAt } from './units.js'

/** A variable part of a line, as it is about to be printed. */
export interface Written {
  readonly part: SlotPart | SignoffPart | StatusPart | TickPart | IndexPart
  readonly text: string
  /** For a slot: the same value without regard to how an imported file wrote it. */
  readonly canonical?: string
  readonly filled: boolean
}

/** Each round takes one ambiguity away; a value has no more of them than characters worth printing. */
const maxRounds = 200

/**
 * Prints a line so that reading it gives the same values back: where a value holds the literal that ends it, one
 * character of it is written as its number.
 */
export function unambiguous(
  parts: readonly Part[],
  written: readonly Written[],
  render: (parts: readonly Part[], written: readonly Written[]) => string,
): string {
  let now = written
  for (let round = 0; round < maxRounds; round += 1) {
    const text = render(parts, now)
    const captures = matchLine(parts, text)
    const wrong = now.findIndex((piece, i) => !holds(captures?.[i], piece))
    const piece = now[wrong]
    if (piece === undefined) return text
    const remembers = now.some(({ text: own, canonical }) => canonical !== undefined && own !== canonical)
    const capture = captures?.[wrong]
    if (remembers && round === 0)
      now = now.map((one) => (one.canonical === undefined ? one : { ...one, text: one.canonical }))
    else if (
      capture === undefined ||
      !('source' in capture) ||
      !('context' in piece.part) ||
      !beginAlike(capture.source, piece.text)
    )
      return text
    else {
      const { context } = piece.part
      const at = breakingPoint(context, capture.source, piece.text)
      now = now.with(wrong, { ...piece, text: breakAt(context, piece.text, at) })
    }
  }
  return render(parts, now)
}

const beginAlike = (one: string, other: string) => one.startsWith(other) || other.startsWith(one)

/** Where in a value, which would be read as `found`, one character has to be written in another way. */
function breakingPoint(context: Context, found: string, text: string): number {
  // A literal was found inside the value.
  if (found.length < text.length) return found.length
  // Markup that begins in the value and ends behind it hid the literal: else it would have been found there.
  const skip = skipper(context, true)
  let at = 0
  for (let step = skip(found, at); at + step <= text.length; step = skip(found, at)) at += step
  return at
}

function holds(capture: Capture | undefined, piece: Written): boolean {
  if (capture === undefined) return false
  if ('source' in capture) return capture.source === piece.text
  return 'done' in capture
    ? capture.done === (piece.text.trim() !== '' && piece.text !== '[ ]')
    : String(capture.index) === piece.text
}

/** Writes the character at `at` in another way, which no literal of a template starts with. */
function breakAt(context: Context, text: string, at: number): string {
  const unit = unitAt(context, text, at)
  const [char = ''] = decodeText(context, unit)
  const hex = Number(numbered(char).slice(2, -1)).toString(16)
  const other =
    context.kind === 'yaml' && context.style === 'double'
      ? `\\U${hex.padStart(8, '0')}`
      : unit === numbered(char)
        ? `&#x${hex};`
        : numbered(char)
  // A backslash that stood for itself would make an escape of what follows now.
  const lone = isEscaping(context) && /(?<!\\)(?:\\\\)*\\$/.test(text.slice(0, at)) ? '\\' : ''
  return text.slice(0, at) + lone + other + text.slice(at + unit.length)
}

/** Whether a backslash means anything here. */
function isEscaping({ kind }: Context): boolean {
  return kind !== 'code' && kind !== 'html' && kind !== 'yaml'
}
