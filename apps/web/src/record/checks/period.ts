import { type Days, readDate } from './dates.js'
import { has, type Roles } from './pairs.js'
import type { Entry, Sheet } from './sheet.js'

/** How slots say that they begin something, and that they end it. */
export const periodRoles: Roles = {
  one: new Set(['START', 'STARTED', 'BEGIN', 'BEGINNING', 'BEGAN', 'KICKOFF', 'OPENED', 'FROM']),
  other: new Set([
    'COMPLETION',
    'COMPLETED',
    'END',
    'ENDED',
    'FINISH',
    'FINISHED',
    'CLOSED',
    'DELIVERY',
    'DELIVERED',
    'UNTIL',
  ]),
}

/** A slot that holds a date, and the days it can mean. */
export interface Dated extends Days {
  readonly entry: Entry
}

/** The slots of a sheet that hold a date somebody can tell. */
export function datedIn(entries: readonly Entry[]): Dated[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'date') return []
    const read = readDate(entry.text)
    return read.kind === 'days' ? [{ entry, first: read.first, last: read.last }] : []
  })
}

/** Where a sheet begins: the earliest of its starts. `undefined` where it has none, or where one of them is not known. */
export function startOf(sheet: Sheet): Dated | undefined {
  return boundOf(sheet, periodRoles.one, (a, b) => (a.first < b.first ? a : b))
}

/** Where it ends: the latest of its ends. */
export function endOf(sheet: Sheet): Dated | undefined {
  return boundOf(sheet, periodRoles.other, (a, b) => (a.last > b.last ? a : b))
}

function boundOf(
  { entries }: Sheet,
  role: ReadonlySet<string>,
  further: (a: Dated, b: Dated) => Dated,
): Dated | undefined {
  const bounds = entries.filter((entry) => entry.kind === 'date' && has(entry, role))
  const dated = datedIn(bounds)
  return dated.length < bounds.length
    ? undefined
    : dated.reduce<Dated | undefined>((a, b) => (a ? further(a, b) : b), undefined)
}
