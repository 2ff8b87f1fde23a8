import { checkStrings as strings } from '#strings/recordChecks'
import { say } from '../../../text/say.js'
import { readDate } from '../dates.js'
import { type Finding, spotOf } from '../finding.js'
import type { Sheet } from '../sheet.js'

/** Where a date belongs stands one, or that there is none yet. */
export function datesExist({ entries }: Sheet): Finding[] {
  return entries.flatMap((entry): Finding[] => {
    const { kind, name, text } = entry
    if (kind !== 'date' || text === '') return []
    const read = readDate(text)
    switch (read.kind) {
      case 'days':
      case 'unknown':
        return []
      case 'impossible':
        return [
          {
            rule: 'dates-exist',
            sentence: say(strings.dateImpossible, { name, text: read.text }),
            places: [spotOf(entry)],
          },
        ]
      case 'none':
        return [{ rule: 'dates-exist', sentence: say(strings.dateNone, { name, text }), places: [spotOf(entry)] }]
      default:
        return read satisfies never
    }
  })
}
