import { MarkdownError } from './errors.js'
import { isPlainLine } from './plain.js'

/** More levels of lists and quotes than this are refused. */
export const maxDepth = 100

/** UTF-16 code units; more are refused. */
export const maxLength = 262_144

// What the parser needs, in microseconds on a slow core, measured over hostile and honest texts.
const cost = {
  plain: 0.05,
  unit: 1,
  line: 25,
  part: 50,
  mark: 28,
  address: 50,
  link: 160,
  call: 100,
  attention: 0.2,
  bracket: 0.02,
  scan: 0.022,
  code: 0.04,
}
const maxCost = 400_000

/** What reading a text takes, in microseconds on a slow core. @throws MarkdownError as `checkLimits` does. */
export function costOf(markdown: string): number {
  return isPlainLine(markdown) ? markdown.length * cost.plain : checkLimits(markdown)
}

/**
 * Refuses Markdown that would take the parser too long, in one linear pass and before the parser sees it.
 * The estimate errs on the high side: nesting, emphasis, brackets and open HTML cost the parser the square of their number.
 * @returns the estimate, in microseconds on a slow core.
 * @throws MarkdownError `too-deep` or `too-large`, with the line from which on it is.
 * @see docs/spec.md M4
 */
export function checkLimits(markdown: string): number {
  if (markdown.length > maxLength) throw new MarkdownError('too-large')
  let total = markdown.length * cost.unit
  let line = 1
  // Two pieces at a time: a block, and what is between it and the next.
  for (const [index, piece] of markdown.split(/(\n[ \t]*\n)/).entries()) {
    if (index % 2 === 0) total += blockCost(piece)
    if (total > maxCost) throw new MarkdownError('too-large', { line })
    line += count(piece, /\n/g)
  }
  checkDepth(markdown)
  return total
}

/** The cost of one run of lines without a blank line: what is quadratic is so within such a run. */
function blockCost(block: string): number {
  const closers = count(block, /(?<=\S)(?:\*+|~+)|(?<=\S)_+(?![\p{L}\p{N}])/gu)
  const openers = count(block, /(?:\*+|~+)(?=\S)|(?<![\p{L}\p{N}])_+(?=\S)/gu)
  return (
    count(block, /\n/g) * cost.line +
    count(block, /\||^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]/gm) * cost.part +
    count(block, /[[\]*_~`<&\\]/g) * cost.mark +
    count(block, /@/g) * cost.address +
    count(block, /www\.|:\/\//gi) * cost.link +
    count(block, /\[\^/g) * cost.call +
    closers * openers * cost.attention +
    bracketSteps(block) * cost.bracket +
    count(block, /<[!?]/g) * block.length * cost.scan +
    codeSteps(block) * cost.code
  )
}

/** How far the parser looks in all for the backticks that end some code: as many as began it. */
function codeSteps(block: string): number {
  const next = new Map<number, number>()
  let steps = 0
  for (const { 0: ticks, index } of [...block.matchAll(/`+/g)].reverse()) {
    steps += (next.get(ticks.length) ?? block.length) - index
    next.set(ticks.length, index)
  }
  return steps
}

/** How many open brackets the parser looks at in all, when each closing one is matched. */
function bracketSteps(block: string): number {
  let open = 0
  let steps = 0
  for (const [bracket] of block.matchAll(/[[\]]/g)) {
    if (bracket === '[') open += 1
    else steps += open
  }
  return steps
}

/** Follows the containers from line to line, by their columns alone. */
function checkDepth(markdown: string): void {
  const columns: number[] = []
  for (const { 0: line, index } of markdown.matchAll(/^(?:[ \t]|>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))+/gm)) {
    const indent = line.length - line.trimStart().length
    while (columns.length > 0 && Number(columns.at(-1)) > indent) columns.pop()
    let column = 0
    for (const [token] of line.matchAll(/[ \t]+|>|[-+*]|\d+[.)]/g)) {
      column += token.length
      if (token.trim() !== '') columns.push(column)
      if (columns.length > maxDepth) {
        throw new MarkdownError('too-deep', { line: count(markdown.slice(0, index), /\n/g) + 1 })
      }
    }
  }
}

function count(text: string, pattern: RegExp): number {
  let matches = 0
  for (const _ of text.matchAll(pattern)) matches += 1
  return matches
}
