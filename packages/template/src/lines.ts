/** One line of a file; offsets are in characters, `end` before the line ending. */
export interface SourceLine {
  /** From 0. */
  readonly number: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly ending: string
}

/** From the first line to the last, both included. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

/** Splits at `\n`, `\r\n` and `\r`. A text that ends in a line ending has no further, empty line. */
export function splitLines(source: string): SourceLine[] {
  const lines: SourceLine[] = []
  for (const match of source.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    const [whole, text = '', ending = ''] = match
    if (whole === '') continue
    lines.push({ number: lines.length, start: match.index, end: match.index + text.length, text, ending })
  }
  return lines
}

/** Where the line starts that holds a character. */
export function lineStartOf(source: string, offset: number): number {
  const before = source.slice(0, offset)
  return Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1
}
