import type { SlotInContext } from './contexts.js'
import { type GroupSpan, groupsAround } from './groups.js'
import { levelOf, matchKey, slotKey } from './keys.js'
import type { Context, Slot, SlotForm } from './outline.js'
import { slotKind, slotLabel } from './slots.js'

/** One occurrence of a slot in the outline, with what it stands for. */
export interface NamedSlot extends SlotInContext {
  readonly key: string
  /** The id of the group whose items hold the slot. */
  readonly group: string | null
  /** Set where a line outside that group names one item's slot. */
  readonly at: readonly number[] | null
}

/**
 * Gives every slot its key. Slots in the second and later items of a group are left out: they are the first item's again.
 * @param lineOf the number of the line a character stands in, from 0.
 */
export function nameSlots(
  slots: readonly SlotInContext[],
  spans: readonly GroupSpan[],
  lineOf: (offset: number) => number,
): NamedSlot[] {
  const named = slots.flatMap((slot): NamedSlot[] => {
    const around = groupsAround(spans, lineOf(slot.start))
    if (around === null) return []
    const key = slotKey(
      slot,
      around.flatMap((span) => span.indices),
    )
    return [{ ...slot, key, group: around[levelOf(key) - 1]?.id ?? null, at: null }]
  })
  const counted = new Map(named.flatMap(({ key, group }) => (group === null ? [] : [[key, group] as const])))
  return named.map((slot) => {
    if (slot.group !== null) return slot
    for (const [key, group] of counted) {
      const at = matchKey(key, slot.name)
      if (at !== null) return { ...slot, key, group, at }
    }
    return slot
  })
}

/** An occurrence and the slot it is one of. */
export interface DescribedSlot extends NamedSlot {
  readonly slot: Slot
}

/** What each slot is, seen over all places it stands in. */
export function describeSlots(named: readonly NamedSlot[]): DescribedSlot[] {
  const places = new Map<string, [NamedSlot, ...NamedSlot[]]>()
  for (const place of named) {
    const known = places.get(place.key)
    if (known === undefined) places.set(place.key, [place])
    else known.push(place)
  }
  return [...places].flatMap(([key, held]) => {
    const form = formIn(held.map(({ context }) => context))
    const slot: Slot = { key, form, kind: slotKind(key), label: slotLabel(key), group: held[0].group }
    return held.map((place) => ({ ...place, slot }))
  })
}

function formIn(contexts: readonly Context[]): SlotForm {
  if (contexts.every(({ kind }) => kind === 'block')) return 'prose'
  return contexts.every((context) => context.kind === 'block' || (context.kind === 'inline' && !context.nested))
    ? 'inline'
    : 'plain'
}
