import { placeSlot, type Scope, type Slot } from '@colophon/template'
import * as Y from 'yjs'
import type { Watch } from './watchItems.js'

/**
 * The scope of a slot of one numbered item, such as the first task of the second phase, whichever item that is now.
 * @param at - the item's number in each group on the way, from 1.
 */
export function watchFixedScope(root: Scope, slot: Slot, at: readonly number[]): Watch<Scope | undefined> {
  const outermost = slot.group?.split('.')[0]
  let scope = placeSlot(slot, root, at).scope

  return {
    get: () => scope,
    subscribe(listener) {
      const items = outermost === undefined ? undefined : root.itemMap(outermost)
      const handleEvents = (events: object[]) => {
        // Only maps hold items and their order; everything else is text.
        if (!events.some((event) => event instanceof Y.YMapEvent)) return
        scope = placeSlot(slot, root, at).scope
        listener()
      }
      items?.observeDeep(handleEvents)
      return () => items?.unobserveDeep(handleEvents)
    },
  }
}
