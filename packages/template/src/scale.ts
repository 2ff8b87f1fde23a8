import { ReadError } from './errors.js'
import { unlessRefused } from './prose/errors.js'
import { costOf } from './prose/limits.js'

/** Adds up what the values of one file will take to be read as rich text, before any of them is. */
export interface Scale {
  /**
   * @param line where the value begins, from 1
   * @throws ReadError `too-deep` or `too-large`, for the line from which on it is
   */
  weigh(value: string, line: number): void
}

/** In microseconds on a slow core: 250 KB of dense markup, or 700 KB of ordinary text. One value may have a fifth of it. */
const maxFileCost = 2_000_000

/** @see docs/spec.md M4 */
export function createScale(): Scale {
  let total = 0
  return {
    weigh(value, line) {
      total += unlessRefused(
        () => costOf(value),
        (error) => {
          const at = line + error.line - 1
          throw new ReadError(error.code, reasons[error.code](at), { line: at, column: 1 }, { cause: error })
        },
      )
      if (total > maxFileCost) throw new ReadError('too-large', tooMuch(line), { line, column: 1 })
    },
  }
}

const reasons = {
  'too-deep': (line: number) =>
    `Line ${line} nests lists or quotes deeper than anybody can read. Nothing was imported. Flatten them and try again.`,
  'too-large': (line: number) =>
    `From line ${line} on, one slot has more text or markup than can be read as rich text. Nothing was imported. Shorten it, or keep it as a file beside the record.`,
}

const tooMuch = (line: number) =>
  `Up to line ${line}, the file has more text and markup than can be read as one record. Nothing was imported. Split it, or keep long parts as files beside the record.`
