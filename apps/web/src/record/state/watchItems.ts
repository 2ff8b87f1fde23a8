import { type Item, itemsOf, type Scope } from '@colophon/template'
import type * as Y from 'yjs'
import type { Watch } from './watch.js'

/**
 * The items of one group, in order. Items that neither moved nor were replaced stay the same objects, so that what
 * shows them need not render again; typing within an item tells nobody.
 */
export function watchItems(scope: Scope, groupId: string): Watch<readonly Item[]> {
  let shown: Shown[] = read(scope, groupId, [])
  let items: readonly Item[] = shown.map(({ item }) => item)

  function refresh(): boolean {
    const next = read(scope, groupId, shown)
    if (next.length === shown.length && next.every((entry, i) => entry === shown[i])) return false
    shown = next
    items = shown.map(({ item }) => item)
    return true
  }

  return {
    get: () => items,
    subscribe(listener) {
      const map = scope.itemMap(groupId)
      const handleEvents = (events: { target: object & { parent: object | null } }[]) => {
        const structural = events.some(({ target }) => target === map || target.parent === map)
        if (structural && refresh()) listener()
      }
      map?.observeDeep(handleEvents)
      if (refresh()) listener()
      return () => map?.unobserveDeep(handleEvents)
    },
  }
}

interface Shown {
  readonly item: Item
  /** What is stored; another object after an undo brought the item back. */
  readonly stored: unknown
}

function read(scope: Scope, groupId: string, before: readonly Shown[]): Shown[] {
  const map: Y.Map<unknown> | undefined = scope.itemMap(groupId)
  return itemsOf(scope, groupId).map((item, i) => {
    const stored = map?.get(item.id)
    const same = before[i]
    return same !== undefined && same.item.id === item.id && same.stored === stored ? same : { item, stored }
  })
}
