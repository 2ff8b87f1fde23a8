import type * as Y from 'yjs'
import type { Anchors } from './anchors.js'
import { blockPaths, topLevelRanges } from './blocks.js'
import type { Line, OutlineNode } from './outline.js'
import { isEmptyProse } from './prose/fragment.js'
import { proseToMarkdown } from './prose/markdown.js'
import type { ProseOptions } from './prose/options.js'

/** What stands around a prose slot in the template. */
export interface ProseNeighbours {
  /** The nearest lines that are not blank. */
  readonly before: Line | undefined
  readonly after: Line | undefined
  /** What follows at once. */
  readonly next: OutlineNode | undefined
  /** Whether nothing follows at all where `after` is not there: an item may have others behind it. */
  readonly last: boolean
}

/**
 * Prints a slot that is a block of its own so that it neither swallows what follows, nor runs into a list beside it, nor
 * holds a line that would be read as one of the template's.
 * @returns `''` for an empty slot; lines end in `\n`.
 */
export function printProseSlot(
  fragment: Y.XmlFragment,
  anchors: Anchors,
  { before, after, next, last }: ProseNeighbours,
): string {
  if (isEmptyProse(fragment)) return ''
  const text = proseToMarkdown(fragment, { contained: after !== undefined || !last, ...markers(before, after) })
  return apart(setOff(text, anchors), next)
}

const bullets = ['-', '*', '+'] as const

function markers(before: Line | undefined, after: Line | undefined): ProseOptions {
  const marks = [before, after].map(listMark).filter((mark) => mark !== undefined)
  const bullet = bullets.find((one) => !marks.includes(one))
  const ordered = marks.includes('.') ? ')' : '.'
  return {
    ...(marks.some((mark) => mark !== '.' && mark !== ')') && bullet !== undefined ? { bullet } : {}),
    ...(marks.includes('.') || marks.includes(')') ? { ordered } : {}),
    // At the very start of a file three dashes would open front matter.
    ...(before === undefined ? { rule: '***' as const } : {}),
  }
}

/** `-`, `*`, `+` or, for a numbered list, `.` or `)`. */
function listMark(line: Line | undefined): string | undefined {
  const [first] = line?.parts ?? []
  if (first?.type !== 'literal' || (!line?.block.startsWith('bullet_list') && !line?.block.startsWith('ordered_list')))
    return undefined
  return /^\s*(?:([-*+])|\d+([.)]))/
    .exec(first.source)
    ?.slice(1)
    .find((mark) => mark !== undefined)
}

/** Moves a block one column to the right, which changes nothing but where its lines start. */
function setOff(text: string, anchors: Anchors): string {
  const paths = blockPaths(text)
  const lines = text.split('\n')
  const taken = lines.map((line, i) => anchors(line, paths[i] ?? ''))
  if (!taken.includes(true)) return text
  const ranges = topLevelRanges(text).filter(([from, to]) => taken.slice(from, to).includes(true))
  return lines
    .map((line, i) => (line !== '' && ranges.some(([from, to]) => from <= i && i < to) ? ` ${line}` : line))
    .join('\n')
}

/** A line that follows at once must still start a block of its own. */
function apart(text: string, next: OutlineNode | undefined): string {
  const line = next?.type === 'group' ? next.item[0] : next
  if (line?.type !== 'line' || line.block === '') return text
  const source = line.parts.map((part) => part.source).join('')
  const alone =
    blockPaths(`${text}\n${source}`).at(-1) === line.block && blockPaths(`${text}\n\n${source}`).at(-1) === line.block
  return alone ? text : `${text}\n`
}
