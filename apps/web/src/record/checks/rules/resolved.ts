import { checkStrings as strings } from '#strings/recordChecks'
import { say } from '../../../text/say.js'
import { type Finding, spotOf } from '../finding.js'
import { readCount } from '../numbers.js'
import { pairsOf, type Roles } from '../pairs.js'
import type { Sheet } from '../sheet.js'

const roles: Roles = {
  one: new Set(['FOUND', 'REPORTED', 'RAISED', 'DETECTED']),
  other: new Set(['RESOLVED', 'FIXED', 'CLOSED', 'SOLVED']),
}

/** No more is resolved than was found. */
export function resolved({ entries }: Sheet): Finding[] {
  return pairsOf(entries, roles).flatMap(({ one, other }): Finding[] => {
    const [found, done] = [readCount(one.text), readCount(other.text)]
    if (found === undefined || done === undefined || done <= found) return []
    const sentence = say(strings.moreResolved, {
      resolved: other.name,
      resolvedText: other.text,
      found: one.name,
      foundText: one.text,
    })
    return [{ rule: 'resolved', sentence, places: [spotOf(other), spotOf(one)] }]
  })
}
