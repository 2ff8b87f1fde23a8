import type * as Y from 'yjs'
import type { Scope } from './document.js'
import { itemsOf } from './items.js'
import { ancestor, levelOf, slotName } from './keys.js'
import type { Slot } from './outline.js'

/** A slot as it stands in one place: its text, and the name it has there. */
export interface PlacedSlot {
  readonly slot: Slot
  /** `undefined` where the item it belongs to is not there (any more). */
  readonly fragment: Y.XmlFragment | undefined
  readonly scope: Scope | undefined
  /** `{{P1_TASK_2}}` */
  readonly placeholder: string
}

/**
 * Finds a slot from a place in the outline.
 * @param scope the record, or the item of a group that is being looked at.
 * @param at the item a line outside its group names; `null` for the item the line stands in.
 */
export function placeSlot(slot: Slot, scope: Scope, at: readonly number[] | null): PlacedSlot {
  const owner =
    at === null || slot.group === null ? outwards(scope, levelOf(slot.key)) : inwards(rootOf(scope), slot.group, at)
  return {
    slot,
    scope: owner,
    fragment: owner?.fragment(slot.key),
    placeholder: `{{${slotName(slot.key, at ?? scope.indices)}}}`,
  }
}

function outwards(scope: Scope, level: number): Scope {
  return scope.parent === null || scope.indices.length <= level ? scope : outwards(scope.parent, level)
}

const rootOf = (scope: Scope) => outwards(scope, 0)

function inwards(root: Scope, group: string | null, at: readonly number[]): Scope | undefined {
  return at.reduce<Scope | undefined>(
    (scope, index, i) => scope && itemsOf(scope, ancestor(group, i))[index - 1]?.scope,
    root,
  )
}
