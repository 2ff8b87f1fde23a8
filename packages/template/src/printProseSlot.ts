import type * as Y from 'yjs'
import { type Anchors, anchorsOf } from './anchors.js'
import { blockPaths, topLevelRanges } from './blocks.js'
import type { Line, OutlineNode } from './outline.js'
import { isEmptyProse } from './prose/fragment.js'
import { proseToMarkdown } from './prose/markdown.js'
import type { ProseOptions } from './prose/options.js'
import type { Template } from './template.js'
import { blockPathsOf } from './templateBlocks.js'

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
 * Prints slots that are blocks of their own so that none swallows what follows, runs into a list beside it, or holds a
 * line that would be read as one of the template's.
 * @returns a function that prints one: `''` for an empty slot; lines end in `\n`.
 */
export function createProsePrinter(template: Template): (fragment: Y.XmlFragment, around: ProseNeighbours) => string {
  const paths = blockPathsOf(template)
  const anchors = anchorsOf(template)
  return (fragment, { before, after, next, last }) => {
    if (isEmptyProse(fragment)) return ''
    const marks = [before, after].flatMap((line) => (line === undefined ? [] : listMarks(line, paths[line.number])))
    const contained = after !== undefined || !last
    const text = proseToMarkdown(fragment, { contained, ...markers(marks, before === undefined) })
    return apart(setOff(text, anchors), next, paths)
  }
}

const bullets = ['-', '*', '+'] as const

function markers(marks: readonly string[], atStart: boolean): ProseOptions {
  const bullet = bullets.find((one) => !marks.includes(one))
  const ordered = marks.includes('.') ? ')' : '.'
  return {
    ...(marks.some((mark) => mark !== '.' && mark !== ')') && bullet !== undefined ? { bullet } : {}),
    ...(marks.includes('.') || marks.includes(')') ? { ordered } : {}),
    // At the very start of a file three dashes would open front matter.
    ...(atStart ? { rule: '***' as const } : {}),
  }
}

/** `-`, `*`, `+` or, for a numbered list, `.` or `)`; nothing for a line outside all lists. */
function listMarks(line: Line, block: string | undefined): string[] {
  if (!block?.match(/^(?:bullet|ordered)_list/)) return []
  return [...sourceOf(line).matchAll(/^\s*(?:[-*+]|\d+[.)])/g)].map(([mark]) => mark.slice(-1))
}

const sourceOf = ({ parts }: Line) => parts.map((part) => part.source).join('')

/** Moves a block one column to the right, which changes nothing but where its lines start. */
function setOff(text: string, anchors: Anchors): string {
  const paths = blockPaths(text)
  const lines = text.split('\n')
  const taken = lines.map((line, i) => anchors(line, paths[i]))
  if (!taken.includes(true)) return text
  const ranges = topLevelRanges(text).filter(([from, to]) => taken.slice(from, to).includes(true))
  return lines
    .map((line, i) => (line !== '' && ranges.some(([from, to]) => from <= i && i < to) ? ` ${line}` : line))
    .join('\n')
}

/** A line that follows at once must still start a block of its own. */
function apart(text: string, next: OutlineNode | undefined, paths: readonly (string | undefined)[]): string {
  const line = next?.type === 'group' ? next.item[0] : next
  const block = line?.type === 'line' ? paths[line.number] : undefined
  if (line?.type !== 'line' || block === undefined) return text
  const source = sourceOf(line)
  const alone = ['\n', '\n\n'].every((between) => blockPaths(text + between + source).at(-1) === block)
  return alone ? text : `${text}\n`
}
