import type { LineRange, SourceLine } from './lines.js'

/** The text of some lines with its numbers taken out: what siblings that only count have in common. */
export interface Pattern {
  readonly shape: string
  readonly numbers: readonly { readonly digits: string; readonly start: number; readonly end: number }[]
}

export function patternOf(lines: readonly SourceLine[], { first, last }: LineRange): Pattern {
  const held = lines.slice(first, last + 1)
  const numbers = held.flatMap(({ start, text }) =>
    [...text.matchAll(/\d+/g)].map(({ index, 0: digits }) => ({
      digits,
      start: start + index,
      end: start + index + digits.length,
    })),
  )
  const text = held.map(({ text, ending, number }) => (number === last ? text : text + ending)).join('')
  return { numbers, shape: text.replace(/\d+/g, '0') }
}

/** All from the end of one sibling's last line to the next sibling: line endings, and the marks of what contains them. */
export function gapBetween(lines: readonly SourceLine[], a: LineRange, b: LineRange): string {
  return lines
    .slice(a.last, b.first)
    .map(({ text, ending }, i) => (i === 0 ? ending : text + ending))
    .join('')
}

/** Which numbers of the first item count up to the second's; `null` where the two differ in anything else. */
export function countedNumbers(first: Pattern, second: Pattern): Set<number> | null {
  const counted = new Set(first.numbers.flatMap(({ digits }, i) => (digits === second.numbers[i]?.digits ? [] : [i])))
  return sameButFor(first, second, counted, 2) ? counted : null
}

/** Whether two are the same but for the numbers that count: `1` in the first, `index` in the other. */
export function sameButFor(first: Pattern, other: Pattern, counted: ReadonlySet<number>, index: number): boolean {
  return (
    first.shape === other.shape &&
    first.numbers.every(({ digits }, i) => {
      const found = other.numbers[i]?.digits
      return counted.has(i) ? digits === '1' && found === String(index) : found === digits
    })
  )
}
