import { checkStrings as strings } from '#strings/recordChecks'
import { say } from '../../../text/say.js'
import { type Finding, spotOf } from '../finding.js'
import { has } from '../pairs.js'
import { type Dated, datedIn, endOf, startOf } from '../period.js'
import type { Sheet } from '../sheet.js'

/** Dates of these are meant to lie elsewhere. */
const ahead = new Set([
  'PLANNED',
  'PLAN',
  'TARGET',
  'DUE',
  'DEADLINE',
  'ESTIMATED',
  'EXPECTED',
  'NEXT',
  'REVIEW',
  'FOLLOWUP',
])

/** What is done in something is done between its beginning and its end; the innermost that has one counts. */
export function datesWithin(sheet: Sheet, around: readonly Sheet[]): Finding[] {
  const start = firstOf(around, startOf)
  const end = firstOf(around, endOf)
  // That is told by itself; everything would be outside.
  if (start !== undefined && end !== undefined && end.last < start.first) return []
  return datedIn(sheet.entries.filter((entry) => !has(entry, ahead))).flatMap((dated) => {
    if (start !== undefined && dated.last < start.first) return [findingOf(strings.dateBefore, dated, start)]
    if (end !== undefined && dated.first > end.last) return [findingOf(strings.dateAfter, dated, end)]
    return []
  })
}

function findingOf(message: typeof strings.dateBefore | typeof strings.dateAfter, dated: Dated, bound: Dated): Finding {
  const { entry } = dated
  const values = { name: entry.name, text: entry.text, bound: bound.entry.name, boundText: bound.entry.text }
  return { rule: 'dates-within', sentence: say(message, values), places: [spotOf(entry), spotOf(bound.entry)] }
}

function firstOf(sheets: readonly Sheet[], look: (sheet: Sheet) => Dated | undefined): Dated | undefined {
  for (const sheet of sheets) {
    const found = look(sheet)
    if (found !== undefined) return found
  }
  return undefined
}
