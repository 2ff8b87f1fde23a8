import { align, type FileLine, type Move } from './align.js'
import { blockPaths } from './blocks.js'
import type { Problem } from './document.js'
import { ReadError } from './errors.js'
import { createGathering } from './gather.js'
import { type SourceLine, splitLines } from './lines.js'
import type { Values } from './record.js'
import type { Signoffs } from './signoffs.js'
import { type Course, courseOf } from './steps.js'
import type { Template } from './template.js'

export interface ReadResult {
  readonly values: Values
  readonly signoffs: Signoffs
  /** The lines that found no place, and values that contradict each other. */
  readonly problems: Problem[]
}

/** A file beyond these is no record a person wrote; looking at it would keep others waiting. */
const maxChars = 4_000_000
const maxLines = 20_000
const maxCells = 20_000

const noPlace = 'No part of the template has this line.'

/**
 * Reads a filled form of a template, one that was printed or one that was edited by hand.
 * @throws ReadError `not-a-record` when the file is no form of this template, `too-large` beyond 4 million characters,
 *   20,000 lines or 20,000 cells of tables, and `too-large` or `too-deep` for a value that would take long to read.
 * @see docs/spec.md T3, T7
 */
export function readRecord(template: Template, markdown: string): ReadResult {
  const text = markdown.replace(/^\uFEFF/, '')
  refuseHuge(text)
  const lines = splitLines(text)
  const course = courseOf(template)
  const moves = align(course, filledLines(lines, blockPaths(text)))
  refuseStranger(course, moves)

  const gathering = createGathering(template)
  const problems: Problem[] = []
  for (const move of moves) {
    if (move.type === 'match') gathering.match(move)
    else if (move.type === 'prose') gathering.prose(move)
    else problems.push({ line: move.line.number + 1, text: move.line.text, reason: noPlace })
  }
  const { values, signoffs, conflicts } = gathering.finish()
  const ends = lines.at(-1)?.ending !== ''
  if (ends !== endsInNewline(template)) values.finalNewline = ends
  return { values, signoffs, problems: [...problems, ...conflicts].sort((a, b) => a.line - b.line) }
}

/** One look at the ends of lines and cells, before anything is made of them. */
function refuseHuge(text: string): void {
  if (text.length > maxChars) throw tooLarge(`${maxChars} characters`, 1)
  let [lines, cells] = [1, 0]
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n|\|/g)) {
    if (end === '|') cells += 1
    else if (index + end.length < text.length) lines += 1
    if (lines > maxLines) throw tooLarge(`${maxLines} lines`, maxLines)
    if (cells > maxCells) throw tooLarge(`${maxCells} cells of tables`, lines)
  }
}

function tooLarge(most: string, line: number): ReadError {
  return new ReadError('too-large', `The file is larger than a record can be (${most}). Nothing was imported.`, {
    line,
    column: 1,
  })
}

function endsInNewline(template: Template): boolean {
  const last = template.outline.at(-1)
  return (last?.type === 'group' ? last.lastEnding : last?.ending) !== ''
}

/** The lines that are not blank. */
function filledLines(lines: readonly SourceLine[], paths: readonly (string | undefined)[]): FileLine[] {
  let blanks = 0
  return lines.flatMap(({ number, text }): FileLine[] => {
    const block = paths[number]
    if (block === undefined) {
      blanks += 1
      return []
    }
    const line = { number, text, block, blanks }
    blanks = 0
    return [line]
  })
}

/** A form of the template has its words; a file in which most structure belongs to nothing is something else. */
function refuseStranger({ steps }: Course, moves: readonly Move[]): void {
  const known = new Set(moves.flatMap((move) => (move.type === 'match' && move.step.distinctive ? [move.step] : [])))
  const strange = moves.filter(
    ({ type, line }) => type === 'unplaced' || (type === 'prose' && line.block === 'heading'),
  )
  const distinctive = steps.filter((step) => step.distinctive).length
  if (distinctive === 0 || (known.size >= Math.min(3, distinctive) && known.size >= strange.length)) return
  throw new ReadError(
    'not-a-record',
    `This file is not a filled form of the template: ${known.size} of the template's ${distinctive} lines were found in it. Nothing was imported.`,
    { line: (strange[0]?.line.number ?? 0) + 1, column: 1 },
  )
}
