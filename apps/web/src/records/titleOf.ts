import type { RecordSummary } from '@colophon/protocol'
import { appStrings } from '#strings/app'

/** A record's name for people; one without a title yet still needs something to click on. */
export function titleOf(record: Pick<RecordSummary, 'title'>): string {
  return record.title.trim() === '' ? appStrings.untitled : record.title
}
