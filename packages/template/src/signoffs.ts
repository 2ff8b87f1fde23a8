import type { SignoffLine } from './outline.js'
import type { Occurrence } from './slots.js'

/** What stands in the sign-off lines of a file, by role. Plain text. */
export type Signoffs = Readonly<Record<string, Signoff>>

export interface Signoff {
  readonly name: string
  readonly date: string
  /** What an imported file said, in Markdown; printed again as long as it says the same. */
  readonly source?: { readonly name: string; readonly date: string }
}

/** The sign-off lines of a template: `…label…: {{X_SIGNOFF}} ({{X_SIGNOFF_DATE}})`. */
export interface FoundSignoffs {
  readonly lines: readonly SignoffLine[]
  /** Which slot names are halves of a sign-off, wherever they occur. */
  readonly halves: ReadonlyMap<
    string,
    { readonly role: string; readonly label: string; readonly field: 'name' | 'date' }
  >
  /** From the name's start to behind the bracket around the date. */
  readonly ranges: readonly {
    readonly start: number
    readonly end: number
    readonly role: string
    readonly label: string
  }[]
}

const suffix = '_SIGNOFF'

/** @param slots the slots outside all groups: an item has no sign-off of its own. */
export function findSignoffs(text: string, slots: readonly Occurrence[]): FoundSignoffs {
  const found: FoundSignoffs['ranges'][number][] = []
  const halves = new Map<string, { role: string; label: string; field: 'name' | 'date' }>()
  slots.forEach((name, i) => {
    const date = slots[i + 1]
    if (!name.name.endsWith(suffix) || date?.name !== `${name.name}_DATE` || halves.has(name.name)) return
    if (text.slice(name.end, date.start) !== ' (' || text[date.end] !== ')') return
    const role = name.name.slice(0, -suffix.length).toLowerCase().replaceAll('_', '-')
    const label = labelBefore(text, name.start) || role
    halves.set(name.name, { role, label, field: 'name' })
    halves.set(date.name, { role, label, field: 'date' })
    found.push({ start: name.start, end: date.end + 1, role, label })
  })
  return { lines: found.map(({ role, label }) => ({ role, label })), halves, ranges: found }
}

/** The words of the line before `offset`, without list marks, emphasis and the colon. */
function labelBefore(text: string, offset: number): string {
  const line = text.slice(Math.max(text.lastIndexOf('\n', offset), text.lastIndexOf('\r', offset)) + 1, offset)
  return line
    .replace(/^[\s>]*(?:[-*+]|\d+[.)])?\s+/, '')
    .replace(/[*_`]/g, '')
    .replace(/[:\s]+$/, '')
    .trim()
}
