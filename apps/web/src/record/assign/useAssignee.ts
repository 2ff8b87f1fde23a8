import { assigneeMap, assigneeOf } from '@colophon/template'
import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { Restored } from '../session/history.js'
import { useRecord } from '../state/recordContext.js'

/** The id of the person who is to fill a slot. */
export function useAssignee(path: string): string | undefined {
  const { doc } = useRecord().session
  return useSyncExternalStore(
    useCallback(
      (listener: () => void) => {
        const map = assigneeMap(doc)
        map.observe(listener)
        return () => map.unobserve(listener)
      },
      [doc],
    ),
    () => assigneeOf(doc, path),
  )
}

/** Whether an undo or a redo gave a slot to somebody else. */
export function isReassigned(restored: Restored, doc: Y.Doc, path: string): boolean {
  return restored.keys(assigneeMap(doc)).has(path)
}
