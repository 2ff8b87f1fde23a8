import { type Item, placeSlot, type Scope, type Slot, ticked } from '@colophon/template'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { isBlank } from './fragments.js'
import { useRecord, useScope } from './recordContext.js'
import { type Watch, watchFragment } from './watch.js'
import { watchFixedScope } from './watchFixedScope.js'
import { watchItems } from './watchItems.js'

/** The items of a group in the scope at hand. */
export function useItems(groupId: string): readonly Item[] {
  const scope = useScope()
  return useWatch(useMemo(() => watchItems(scope, groupId), [scope, groupId]))
}

/** Where a slot lives: the scope at hand or one around it, or the fixed item that a line outside its group names. */
export function useSlotScope(slot: Slot, at: readonly number[] | null): Scope | undefined {
  const scope = useScope()
  const { root } = useRecord()
  return useWatch(
    useMemo(
      () => (at === null ? always(placeSlot(slot, scope, null).scope) : watchFixedScope(root, slot, at)),
      [scope, root, slot, at],
    ),
  )
}

/** Whether a tick of the scope at hand is done. */
export function useTicked(tick: { readonly id: string; readonly done: boolean }): boolean {
  const scope = useScope()
  const subscribe = useCallback(
    (listener: () => void) => {
      const ticks = scope.ticks()
      ticks?.observe(listener)
      return () => ticks?.unobserve(listener)
    },
    [scope],
  )
  return useSyncExternalStore(subscribe, () => ticked(scope, tick))
}

/** Whether nothing is written in a slot. */
export function useBlank(fragment: Y.XmlFragment): boolean {
  return useSyncExternalStore(
    useCallback((listener: () => void) => observed(fragment, listener), [fragment]),
    () => isBlank(fragment),
  )
}

/** Renders again with every change of `fragment`; for text that is shown without an editor. */
export function useFragment(fragment: Y.XmlFragment): void {
  useWatch(useMemo(() => watchFragment(fragment), [fragment]))
}

/** What a watch gives, as long as the component is there. */
export function useWatch<T>(watch: Watch<T>): T {
  return useSyncExternalStore(watch.subscribe, watch.get)
}

const always = <T>(value: T): Watch<T> => ({ get: () => value, subscribe: () => () => undefined })

function observed(fragment: Y.XmlFragment, listener: () => void): () => void {
  fragment.observeDeep(listener)
  return () => fragment.unobserveDeep(listener)
}
