import type * as Y from 'yjs'
import { rootScope, type Scope } from './document.js'
import { isFilled } from './filled.js'
import { itemsOf } from './items.js'
import type { Slot } from './outline.js'
import { placeSlot } from './resolve.js'
import type { Template } from './template.js'

/** One slot of a record, those of a group once an item. */
export interface SlotState {
  readonly slot: Slot
  readonly scope: Scope
  /** `{{P1_TASK_2}}` */
  readonly placeholder: string
  readonly filled: boolean
}

export interface Completeness {
  readonly filled: number
  readonly total: number
  /** Slots of the record itself in the template's order, then those of its items. */
  readonly slots: readonly SlotState[]
}

/** Says which slots hold something. Sign-offs are not counted: they are the ledger's. */
export function completeness(template: Template, doc: Y.Doc): Completeness {
  const statesIn = (scope: Scope, group: string | null): SlotState[] => [
    ...[...template.slots.values()].filter((slot) => slot.group === group).map((slot) => stateOf(slot, scope)),
    ...[...template.groups.values()]
      .filter(({ id }) => parentOf(id) === group)
      .flatMap(({ id }) => itemsOf(scope, id).flatMap((item) => statesIn(item.scope, id))),
  ]
  const slots = statesIn(rootScope(doc), null)
  return { filled: slots.filter(({ filled }) => filled).length, total: slots.length, slots }
}

function stateOf(slot: Slot, scope: Scope): SlotState {
  const { fragment, placeholder } = placeSlot(slot, scope, null)
  return { slot, scope, placeholder, filled: isFilled(slot, fragment, placeholder) }
}

/** `g1.2` is inside `g1`, and `g1` inside the record. */
function parentOf(groupId: string): string | null {
  return groupId.includes('.') ? groupId.slice(0, groupId.lastIndexOf('.')) : null
}
