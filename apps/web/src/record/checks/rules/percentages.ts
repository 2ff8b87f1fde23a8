import { checkStrings as strings } from '#strings/recordChecks'
import { say } from '../../../text/say.js'
import { type Finding, spotOf } from '../finding.js'
import { readPercent } from '../numbers.js'
import { has } from '../pairs.js'
import type { Sheet } from '../sheet.js'

/** Where a number without a sign is a share, too; a rate may count anything. */
const shares = new Set(['PERCENT', 'PERCENTAGE', 'COVERAGE'])
/** What may well be more than all there was. */
const growing = new Set(['GROWTH', 'INCREASE', 'CHANGE', 'GAIN'])

/** A share is no more than the whole. */
export function percentages({ entries }: Sheet): Finding[] {
  return entries.flatMap((entry): Finding[] => {
    const { kind, name, text } = entry
    if (kind !== 'percent' || has(entry, growing)) return []
    const share = readPercent(text, has(entry, shares))
    if (share === undefined || share <= 100) return []
    return [{ rule: 'percentages', sentence: say(strings.percentOver, { name, text }), places: [spotOf(entry)] }]
  })
}
