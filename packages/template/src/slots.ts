import { placeOf, TemplateError } from './errors.js'
import type { SlotKind } from './outline.js'

/** One `{{NAME}}` in a template's source. */
export interface Occurrence {
  readonly name: string
  readonly start: number
  readonly end: number
}

const slotPattern = /\{\{[A-Z][A-Z0-9_]*\}\}/g

/** A name with a brace too few on either side. `{{ anything else }}` is text: other tools write braces, too. */
const halfSlotPattern = /\{\{[A-Z][A-Z0-9_]*(?![A-Z0-9_]|\}\})|(?<![{\\$\w])\{[A-Z][A-Z0-9_]*\}\}/

/** @returns the `{{SLOTS}}` of a template in their order. @throws TemplateError for unbalanced braces. */
export function findSlots(source: string): Occurrence[] {
  const half = halfSlotPattern.exec(source)
  if (half !== null) {
    throw new TemplateError(
      `the braces of "${half[0]}" are not balanced. Write a slot as {{NAME}}.`,
      placeOf(source, half.index),
    )
  }
  return [...source.matchAll(slotPattern)].map(({ index, 0: whole }) => ({
    name: whole.slice(2, -2),
    start: index,
    end: index + whole.length,
  }))
}

const kindSuffixes: readonly (readonly [RegExp, SlotKind])[] = [
  [/(^|_)(DATE|CREATED|UPDATED|DEADLINE)$/, 'date'],
  [/(^|_)(LINK|URL|URI)$/, 'link'],
  [/(^|_)(DURATION|PLANNED|ELAPSED)$/, 'duration'],
  [/(^|_)(PERCENT|PERCENTAGE|COVERAGE|RATE)$/, 'percent'],
  [/(^|_)(COUNT|ADDED|MODIFIED|COMPLETED|FOUND|RESOLVED|TOTAL|NUMBER)$/, 'count'],
  [/(^|_)(STATUS|STATE)$/, 'status'],
  [/(^|_)(DEVELOPER|MEMBERS?|OWNER|LEAD|AUTHOR|ASSIGNEE|REVIEWER|CONTACT|PERSON)$/, 'person'],
]

/** What a slot's name promises, from its last word. */
export function slotKind(key: string): SlotKind {
  const name = key.replace(/_?#+$/, '')
  return kindSuffixes.find(([suffix]) => suffix.test(name))?.[1] ?? 'text'
}

const initialisms = new Set(['API', 'CI', 'CPU', 'E2E', 'ID', 'PM', 'QA', 'SLA', 'SLO', 'SQL', 'UI', 'URL', 'UX'])

/** A slot's name in words: `P#_TASK_##_DATE` is `Task date`, for its item is shown by its place. */
export function slotLabel(key: string): string {
  const words = key.split('_').filter((word) => word !== '' && !/^[A-Z]?#+$/.test(word))
  const text = words.map((word) => (initialisms.has(word) ? word : word.replace(/#+/g, '').toLowerCase())).join(' ')
  return text === '' ? key : text.charAt(0).toUpperCase() + text.slice(1)
}
