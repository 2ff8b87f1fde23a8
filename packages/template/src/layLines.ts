/** A printed line before what was left out is closed up. */
export interface OutputLine {
  readonly text: string
  readonly ending: string
  /** Its depth, for a heading; 0 otherwise. */
  readonly heading: number
  /** A thematic break, which ends what stands above it. */
  readonly rule: boolean
  readonly dropped: boolean
}

export interface Layout {
  readonly newline: string
  /** Whether the file ends in a line ending; `undefined` for as the last line does. */
  readonly finalNewline: boolean | undefined
  /** Whether headings with nothing left below them go, too. */
  readonly omit: boolean
}

/** Puts lines together, without those that were dropped and the blank lines that dangle then. */
export function layLines(lines: readonly OutputLine[], { newline, finalNewline, omit }: Layout): string {
  const kept = lines.some((line) => line.dropped) ? closeGaps(omit ? dropEmptyHeadings(lines) : lines) : lines
  const last = lines.at(-1)?.ending ?? ''
  const end = finalNewline === undefined ? last : finalNewline ? last || newline : ''
  return kept.map(({ text, ending }, i) => text + (i === kept.length - 1 ? end : ending)).join('')
}

const isBlank = (line: OutputLine) => !line.dropped && line.text.trim() === ''

/** Seen from the end, so that a heading whose only content was an empty heading goes, too. */
function dropEmptyHeadings(lines: readonly OutputLine[]): OutputLine[] {
  const result = [...lines]
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const line = result[i]
    if (line === undefined || line.heading === 0 || line.dropped) continue
    const end = result.findIndex(
      (other, j) => j > i && !other.dropped && (other.rule || (other.heading > 0 && other.heading <= line.heading)),
    )
    const body = result.slice(i + 1, end < 0 ? undefined : end)
    const emptied = body.some((other) => other.dropped) && body.every((other) => other.dropped || isBlank(other))
    if (emptied) result[i] = { ...line, dropped: true }
  }
  return result
}

/** Where lines went, the longer of the blank runs on either side stays; at the ends of the file neither does. */
function closeGaps(lines: readonly OutputLine[]): OutputLine[] {
  const kept: OutputLine[] = []
  let blanks: OutputLine[] = []
  let before: OutputLine[] = []
  let gone = false
  for (const line of lines) {
    if (line.dropped) {
      before = longer(before, blanks)
      blanks = []
      gone = true
    } else if (isBlank(line)) {
      blanks.push(line)
    } else {
      if (kept.length > 0 || !gone) kept.push(...longer(before, blanks))
      kept.push(line)
      blanks = []
      before = []
      gone = false
    }
  }
  return gone ? kept : [...kept, ...blanks]
}

const longer = (a: OutputLine[], b: OutputLine[]) => (b.length > a.length ? b : a)
