import { MarkdownError } from './errors.js'

/** More levels of lists and quotes than this are refused. */
export const maxDepth = 100

/** UTF-16 code units; more are refused. */
export const maxLength = 262_144

// What the parser needs, in microseconds on a slow core, measured over hostile and honest texts.
const cost = { unit: 2.5, line: 25, part: 80, attention: 0.2, bracket: 0.02, scan: 0.022 }
const maxCost = 400_000

/**
 * Refuses Markdown that would take the parser too long, in one linear pass and before the parser sees it.
 * The estimate errs on the high side: nesting, emphasis, brackets and open HTML cost the parser the square of their number.
 * @throws MarkdownError `too-deep` or `too-large`.
 * @see docs/spec.md M4
 */
export function checkLimits(markdown: string): void {
  if (markdown.length > maxLength) throw new MarkdownError('too-large')
  let total = markdown.length * cost.unit
  for (const block of markdown.split(/\n[ \t]*\n/)) {
    total += blockCost(block)
    if (total > maxCost) throw new MarkdownError('too-large')
  }
  checkDepth(markdown)
}

/** The cost of one run of lines without a blank line: what is quadratic is so within such a run. */
function blockCost(block: string): number {
  const closers = count(block, /(?<=\S)(?:\*+|~+)|(?<=\S)_+(?![\p{L}\p{N}])/gu)
  const openers = count(block, /(?:\*+|~+)(?=\S)|(?<![\p{L}\p{N}])_+(?=\S)/gu)
  return (
    count(block, /\n/g) * cost.line +
    count(block, /\||^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]/gm) * cost.part +
    closers * openers * cost.attention +
    bracketSteps(block) * cost.bracket +
    count(block, /<[!?]/g) * block.length * cost.scan
  )
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
  for (const [line] of markdown.matchAll(/^(?:[ \t]|>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))+/gm)) {
    const indent = line.length - line.trimStart().length
    while (columns.length > 0 && Number(columns.at(-1)) > indent) columns.pop()
    let column = 0
    for (const [token] of line.matchAll(/[ \t]+|>|[-+*]|\d+[.)]/g)) {
      column += token.length
      if (token.trim() !== '') columns.push(column)
      if (columns.length > maxDepth) throw new MarkdownError('too-deep')
    }
  }
}

function count(text: string, pattern: RegExp): number {
  let matches = 0
  for (const _ of text.matchAll(pattern)) matches += 1
  return matches
}
