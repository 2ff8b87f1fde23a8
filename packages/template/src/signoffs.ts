import { lineStartOf } from './lines.js'
import type { NamedSlot } from './naming.js'
import type { SignoffPart } from './outline.js'

/** What stands in the sign-off lines of a file, by role. Plain text. */
export type Signoffs = Readonly<Record<string, Signoff>>

export interface Signoff {
  readonly name: string
  readonly date: string
  /** What an imported file said, in Markdown; printed again as long as it says the same. */
  readonly source?: { readonly name: string; readonly date: string }
}

/** A sign-off line of a template: `…label…: {{X_SIGNOFF}} ({{X_SIGNOFF_DATE}})`. */
export interface FoundSignoff {
  readonly role: string
  readonly label: string
  /** From the name's start to behind the bracket around the date. */
  readonly start: number
  readonly end: number
}

/** A slot whose name is half of a sign-off's, wherever it occurs. */
export type SignoffHalf = NamedSlot & Pick<SignoffPart, 'role' | 'field'>

export interface SortedSlots {
  readonly signoffs: readonly FoundSignoff[]
  readonly halves: readonly SignoffHalf[]
  /** All slots that have nothing to do with sign-offs. */
  readonly others: readonly NamedSlot[]
}

const suffix = '_SIGNOFF'

/**
 * Tells the slots of sign-off lines from all others.
 * @param isOutside whether a slot stands outside all groups: an item has no sign-off of its own.
 */
export function sortSignoffs(
  text: string,
  slots: readonly NamedSlot[],
  isOutside: (slot: NamedSlot) => boolean,
): SortedSlots {
  const signoffs: FoundSignoff[] = []
  const halves = new Map<string, Pick<SignoffPart, 'role' | 'field'>>()
  let name: NamedSlot | undefined
  for (const date of slots.filter(isOutside)) {
    if (name !== undefined && date.name === `${name.name}_DATE` && !halves.has(name.name) && isLine(text, name, date)) {
      const role = name.name.slice(0, -suffix.length).toLowerCase().replaceAll('_', '-')
      signoffs.push({ role, label: labelBefore(text, name.start) || role, start: name.start, end: date.end + 1 })
      halves.set(name.name, { role, field: 'name' })
      halves.set(date.name, { role, field: 'date' })
    }
    name = date
  }
  return {
    signoffs,
    halves: slots.flatMap((slot) => {
      const half = halves.get(slot.name)
      return half === undefined ? [] : [{ ...slot, ...half }]
    }),
    others: slots.filter((slot) => !halves.has(slot.name)),
  }
}

function isLine(text: string, name: NamedSlot, date: NamedSlot): boolean {
  return name.name.endsWith(suffix) && text.slice(name.end, date.start) === ' (' && text.charAt(date.end) === ')'
}

/** The words of the line before `offset`, without list marks, emphasis and the colon. */
function labelBefore(text: string, offset: number): string {
  return text
    .slice(lineStartOf(text, offset), offset)
    .replace(/^[\s>]*(?:[-*+]|\d+[.)])?\s+/, '')
    .replace(/[*_`]/g, '')
    .replace(/[:\s]+$/, '')
    .trim()
}
