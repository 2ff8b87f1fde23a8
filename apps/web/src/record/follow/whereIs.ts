import type { Person } from '@colophon/protocol'

/**
 * Where to follow somebody to. Whoever has the record open twice is in two slots: the one they came to last counts.
 * @param places - the people in each slot, by its path
 * @param before - what this gave the last time, and the slots they were in then
 * @returns the slot, or `null` for nowhere
 */
export function whereIs(
  { id }: Person,
  places: ReadonlyMap<string, readonly Person[]>,
  before: Whereabouts = nowhere,
): Whereabouts {
  const slots = [...places].filter(([, people]) => people.some((person) => person.id === id)).map(([path]) => path)
  const fresh = slots.find((path) => !before.slots.includes(path))
  const stayed = before.at !== null && slots.includes(before.at) ? before.at : slots[0]
  return { at: fresh ?? stayed ?? null, slots }
}

export interface Whereabouts {
  readonly at: string | null
  readonly slots: readonly string[]
}

export const nowhere: Whereabouts = { at: null, slots: [] }
