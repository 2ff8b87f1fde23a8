import type { Slot, SlotKind } from '@colophon/template'
import { recordStrings as strings } from '#strings/record'
import { say } from '../../text/say.js'

const hints: Record<SlotKind, string> = {
  text: strings.kindText,
  date: strings.kindDate,
  link: strings.kindLink,
  duration: strings.kindDuration,
  percent: strings.kindPercent,
  count: strings.kindCount,
  status: strings.kindStatus,
  person: strings.kindPerson,
}

/** What an empty slot says: its name in words, and what kind of thing goes there unless the name says so itself. */
export function gapText({ label, kind }: Slot): string {
  const hint = hints[kind]
  if (hint === '' || label.toLowerCase().includes(hint)) return label
  return say(strings.gapWithHint, { label, hint })
}
