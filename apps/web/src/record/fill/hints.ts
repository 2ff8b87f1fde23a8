import type { SlotKind } from '@colophon/template'
import { fillStrings as strings } from '#strings/recordFill'
import { say } from '../../text/say.js'
import { safeHref } from '../slot/safeHref.js'
import { dayAt, readDay, writeDay } from './days.js'

/** What people write where there is nothing of the kind to write. */
const excused = /^(n\/?a\b|not applicable|none\b|tbd\b|tbc\b|to be|unknown|open\b|–|—|-$)/i

/**
 * Says what form a text of its kind has, where what is typed does not look like it. A hint is a word at the side: whatever
 * is typed stays.
 * @param text - of one line.
 * @returns `null` where there is nothing to say.
 */
export function hintFor(kind: SlotKind, text: string, now: Date): string | null {
  const typed = text.trim()
  if (typed === strings.notApplicable.trim()) return strings.sayWhy
  if (typed === '' || excused.test(typed)) return null
  switch (kind) {
    case 'date':
      return dateHint(typed, now)
    case 'link':
      return isLink(typed) ? null : strings.hintLink
    case 'duration':
      return hasNumber.test(typed) && unit.test(typed) ? null : strings.hintDuration
    case 'percent':
      return percentHint(typed)
    case 'count':
      return hasNumber.test(typed) ? null : strings.hintCount
    case 'status':
    case 'person':
    case 'text':
      return null
    default:
      return kind satisfies never
  }
}

/** The address that a text of kind `link` leads to, from anywhere; a path in a repository leads there only. */
export function addressOf(text: string): string | undefined {
  const typed = text.trim()
  return /^(https?:\/\/|mailto:|tel:)\S+$/i.test(typed) ? safeHref(typed) : undefined
}

const hasNumber = /\d|\b(an?|one|two|three|four|five|six|seven|eight|nine|ten|half|no)\b/i
const unit =
  /(?:\d|\b)\s?(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|fortnights?|sprints?|mo|months?|quarters?|y|yrs?|years?)\b/i

function dateHint(typed: string, now: Date): string | null {
  if (readDay(typed) !== undefined) return null
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return strings.hintNoSuchDay
  // A month, a quarter or a period is as good a date as its writer knows.
  if (/\b\d{4}\b/.test(typed) && /[a-z]|\d{1,2}[./]\d/i.test(typed)) return null
  return say(strings.hintDate, { example: writeDay(dayAt(now), 'iso') })
}

function isLink(typed: string): boolean {
  if (/\s/.test(typed)) return false
  if (addressOf(typed) !== undefined) return true
  if (/^[a-z][a-z0-9+.-]*:/i.test(typed)) return false
  return /^(#|\.{0,2}\/)\S|[^/]\/[^/]|\.[a-z]{2,}(#\S*)?$/i.test(typed)
}

function percentHint(typed: string): string | null {
  const number = /(-?\d+(?:[.,]\d+)?)\s?(%|per ?cent)/i.exec(typed)?.[1]
  if (number === undefined) return strings.hintPercent
  const value = Number(number.replace(',', '.'))
  return value >= 0 && value <= 100 ? null : strings.hintPercentRange
}
