/** One line of a file; offsets are in characters, `end` before the line ending. */
export interface SourceLine {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly ending: string
}

/** Splits at `\n`, `\r\n` and `\r`. A text that ends in a line ending has no further, empty line. */
export function splitLines(source: string): SourceLine[] {
  const lines: SourceLine[] = []
  for (const match of source.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    const [whole, text = '', ending = ''] = match
    if (whole === '') continue
    lines.push({ start: match.index, end: match.index + text.length, text, ending })
  }
  return lines
}
