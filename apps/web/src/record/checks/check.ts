import type { Template } from '@colophon/template'
import type * as Y from 'yjs'
import type { Finding } from './finding.js'
import { datesExist } from './rules/datesExist.js'
import { datesInOrder } from './rules/datesInOrder.js'
import { datesWithin } from './rules/datesWithin.js'
import { links } from './rules/links.js'
import { openTasks } from './rules/openTasks.js'
import { percentages } from './rules/percentages.js'
import { resolved } from './rules/resolved.js'
import { readSheet, type Sheet, sheetsIn } from './sheet.js'

/** Looks at one sheet. @param around - those it stands in, the innermost first. */
type Rule = (sheet: Sheet, around: readonly Sheet[]) => readonly Finding[]

const rules: readonly Rule[] = [datesExist, datesInOrder, datesWithin, percentages, resolved, openTasks, links]

/**
 * Looks through a record for what contradicts itself or cannot be so. It knows no template: only the kinds and the words of
 * slots' names, groups and ticks. Nothing is found in a record that nobody has touched.
 * @returns in the order of the record's items, those about the record as a whole first
 * @see docs/spec.md U8
 */
export function check(template: Template, doc: Y.Doc): Finding[] {
  return [...sheetsIn(readSheet(template, doc))].flatMap(({ sheet, around }) =>
    rules.flatMap((rule) => rule(sheet, around)),
  )
}
