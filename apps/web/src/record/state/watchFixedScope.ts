import { placeSlot, type Scope, type Slot } from '@colophon/template'
import * as Y from 'yjs'
import type { Watch } from './watch.js'

/**
 * The scope of a slot of one numbered item, such as the first task of the second phase, whichever item that is now.
 * @param at - the item's number in each group on the way, from 1.
 */
export function watchFixedScope(root: Scope, slot: Slot, at: readonly number[]): Watch<Scope | undefined> {
  const outermost = slot.group?.split('.')[0]
  const place = () => placeSlot(slot, root, at).scope
  let scope = place()

  function refresh(): boolean {
    const next = place()
    if (next?.path === scope?.path && next?.fragment(slot.key) === scope?.fragment(slot.key)) return false
    scope = next
    return true
  }

  return {
    get: () => scope,
    subscribe(listener) {
      const items = outermost === undefined ? undefined : root.itemMap(outermost)
      const handleEvents = (events: object[]) => {
        // Only maps hold items and their order; everything else is text.
        if (events.some((event) => event instanceof Y.YMapEvent) && refresh()) listener()
      }
      items?.observeDeep(handleEvents)
      if (refresh()) listener()
      return () => items?.unobserveDeep(handleEvents)
    },
  }
}
