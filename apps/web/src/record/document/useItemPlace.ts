import { itemPath } from '@colophon/template'
import { useCallback, useEffect, useRef } from 'react'
import { bringIntoView } from '../slot/bringIntoView.js'
import { useRecord, useScope } from '../state/recordContext.js'

/** Lets an undo that moved an item or brought it back lead to it. @returns a ref for the item's element. */
export function useItemPlace(groupId: string, itemId: string): (element: HTMLElement | null) => void {
  const scope = useScope()
  const { session } = useRecord()
  const element = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const own = element.current
    if (own === null) return
    return session.places.add({
      kind: 'item',
      element: own,
      path: itemPath(scope.path, groupId, itemId),
      holds: () => false,
      isEmpty: () => false,
      isIn(restored) {
        const items = scope.itemMap(groupId)
        const item = items?.get(itemId)
        const moved = typeof item === 'object' && item !== null && restored.keys(item).has('order')
        return moved || (items !== undefined && restored.keys(items).has(itemId))
      },
      focus() {
        bringIntoView(own)
        own.focus({ preventScroll: true })
      },
    })
  }, [session, scope, groupId, itemId])
  return useCallback((next) => {
    element.current = next
  }, [])
}
