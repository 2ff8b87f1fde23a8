import { groupsOf } from './groupsOf.js'
import type { Slot } from './outline.js'
import type { Template } from './template.js'

/** To be raised with every change of what `parseTemplate` makes: a test holds the two together. */
export const packedFormat = 1

/** What stands in the first line; the second is the rest, in which a slot is its key. */
interface Head {
  readonly format: number
  readonly slots: readonly Slot[]
}

type Rest = Omit<Template, 'slots' | 'groups'>

/**
 * Writes a parsed template as text, for those who have the source and would have to parse it: two lines of JSON.
 * @see docs/spec.md P8
 */
export function packTemplate({ slots, groups: _, ...rest }: Template): string {
  const head: Head = { format: packedFormat, slots: [...slots.values()] }
  const body: Rest = rest
  return `${JSON.stringify(head)}\n${JSON.stringify(body, (name, value) => (name === 'slot' ? value.key : value))}`
}

/**
 * Reads what `packTemplate` wrote: exactly what parsing `source` gives, each slot one and the same wherever it stands.
 * @param packed from a program that is trusted, but may be an older or a newer one.
 * @returns `null` where it is of another source or another format; then the source has to be parsed.
 */
export function unpackTemplate(packed: string, source: string): Template | null {
  const end = packed.indexOf('\n')
  const head = jsonOf<Head>(packed.slice(0, Math.max(0, end)))
  if (head?.format !== packedFormat) return null
  const slots = new Map(head.slots.map((slot) => [slot.key, slot]))
  const rest = jsonOf<Rest>(packed.slice(end + 1), (name, value) =>
    name === 'slot' && typeof value === 'string' ? slots.get(value) : value,
  )
  if (rest?.source !== source) return null
  return { ...rest, slots, groups: groupsOf(rest.outline) }
}

/** @returns `undefined` where it was cut off, or is no JSON at all. */
function jsonOf<Value>(text: string, revive?: (name: string, value: unknown) => unknown): Value | undefined {
  try {
    return JSON.parse(text, revive)
  } catch {
    // Something between the two programs answered in its own words.
    return undefined
  }
}
