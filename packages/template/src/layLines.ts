import type { Template } from './template.js'

/** A printed line before what was left out is closed up. */
export interface OutputLine {
  readonly text: string
  readonly ending: string
  /** Its depth, for a heading; 0 otherwise. */
  readonly heading: number
  readonly dropped: boolean
}

/** Puts lines together, without those that were dropped, headings with nothing left below, and blank lines that dangle. */
export function layLines(lines: readonly OutputLine[], template: Template): string {
  if (!lines.some((line) => line.dropped)) return lines.map(({ text, ending }) => text + ending).join('')
  const kept = closeGaps(dropEmptyHeadings(lines))
  const lastEnding = lines.at(-1)?.ending ?? ''
  return kept
    .map(({ text, ending }, i) => text + (i === kept.length - 1 ? lastEnding : ending || template.newline))
    .join('')
}

const isBlank = (line: OutputLine) => !line.dropped && line.text.trim() === ''

/** Seen from the end, so that a heading whose only content was an empty heading goes, too. */
function dropEmptyHeadings(lines: readonly OutputLine[]): OutputLine[] {
  const result = [...lines]
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const line = result[i]
    if (line === undefined || line.heading === 0 || line.dropped) continue
    const end = result.findIndex(
      (other, j) => j > i && !other.dropped && other.heading > 0 && other.heading <= line.heading,
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
