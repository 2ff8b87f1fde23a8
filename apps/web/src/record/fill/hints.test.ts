import type { SlotKind } from '@colophon/template'
import { expect, test } from 'vitest'
import { fillStrings as strings } from '#strings/recordFill'
import { addressOf, hintFor } from './hints.js'

const now = new Date(2026, 10, 22)

const good: readonly (readonly [SlotKind, readonly string[]])[] = [
  ['date', ['2026-11-02', '2 November 2026', 'November 2026', 'Q3 2026', '02/11/2026', 'TBD (moved to GATE-1190)']],
  ['link', ['https://example.org/a', 'mailto:a@example.org', '../docs/a.md', '#result', 'docs/a.md', 'a.md', 'n/a']],
  [
    'duration',
    ['6 weeks', '8.5 weeks', '3d', '1 h 30 min', 'two sprints', 'half a day', 'Not applicable, because small'],
  ],
  ['percent', ['0 %', '100%', '87.5 %', '99,9 %', '12 per cent of users', 'N/A']],
  ['count', ['0', '1,204', 'twelve (12)', 'none']],
  ['status', ['whatever']],
  ['person', ['whoever']],
  ['text', ['anything at all']],
]

test.each(good.flatMap(([kind, texts]) => texts.map((text) => [text, kind] as const)))(
  '[U6] nothing is said about %j as a %s',
  (text, kind) => expect(hintFor(kind, text, now)).toBeNull(),
)

test.each<[SlotKind, string, string]>([
  ['date', 'soon', 'A day, such as 2026-11-22'],
  ['date', '2026', 'A day, such as 2026-11-22'],
  ['date', '2026-02-30', strings.hintNoSuchDay],
  ['link', 'the wiki', strings.hintLink],
  ['link', 'wiki', strings.hintLink],
  ['link', 'javascript:alert(1)', strings.hintLink],
  ['link', 'https://', strings.hintLink],
  ['duration', 'long', strings.hintDuration],
  ['duration', '6', strings.hintDuration],
  ['percent', '87', strings.hintPercent],
  ['percent', 'most', strings.hintPercent],
  ['percent', '120 %', strings.hintPercentRange],
  ['percent', '-3 %', strings.hintPercentRange],
  ['count', 'many', strings.hintCount],
])('[U6] for a %s, %j brings the hint %j', (kind, text, hint) => {
  expect(hintFor(kind, text, now)).toBe(hint)
})

test('[U6] an empty slot has no hint, and a reason that was begun asks for its end, whatever the kind', () => {
  for (const [kind] of good) {
    expect(hintFor(kind, ' ', now)).toBeNull()
    expect(hintFor(kind, strings.notApplicable, now)).toBe(strings.sayWhy)
  }
})

test('[U6] [A8] only what can do no harm and leads somewhere from here is offered to be opened', () => {
  expect(addressOf(' https://example.org/a ')).toBe('https://example.org/a')
  for (const text of ['', '../docs/a.md', 'javascript:alert(1)', 'https://a b', 'see https://example.org'])
    expect(addressOf(text)).toBeUndefined()
})
