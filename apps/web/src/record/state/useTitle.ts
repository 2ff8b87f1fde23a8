import { useCallback, useSyncExternalStore } from 'react'
import { appStrings } from '#strings/app'
import { plainText } from './fragments.js'
import { useRecord } from './recordContext.js'

/** What the record is called now, live from the slot that names it. */
export function useTitle(): string {
  const { root, template } = useRecord()
  const fragment = template.titleSlot === null ? undefined : root.fragment(template.titleSlot)
  const subscribe = useCallback(
    (listener: () => void) => {
      fragment?.observeDeep(listener)
      return () => fragment?.unobserveDeep(listener)
    },
    [fragment],
  )
  const title = useSyncExternalStore(subscribe, () => (fragment === undefined ? template.name : plainText(fragment)))
  return title === '' ? appStrings.untitled : title
}
