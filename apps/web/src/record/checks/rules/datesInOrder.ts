import { checkStrings as strings } from '#strings/recordChecks'
import { say } from '../../../text/say.js'
import { type Finding, spotOf } from '../finding.js'
import { pairsOf } from '../pairs.js'
import { datedIn, periodRoles } from '../period.js'
import type { Sheet } from '../sheet.js'

/** What ends something comes no earlier than what begins it. */
export function datesInOrder({ entries }: Sheet): Finding[] {
  const dated = new Map(datedIn(entries).map((one) => [one.entry, one]))
  return pairsOf([...dated.keys()], periodRoles).flatMap(({ one, other }): Finding[] => {
    const [start, end] = [dated.get(one), dated.get(other)]
    if (start === undefined || end === undefined || end.last >= start.first) return []
    const sentence = say(strings.datesOrder, {
      start: one.name,
      startText: one.text,
      end: other.name,
      endText: other.text,
    })
    return [{ rule: 'dates-in-order', sentence, places: [spotOf(other), spotOf(one)] }]
  })
}
