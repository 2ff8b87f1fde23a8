import type { Editor } from '@tiptap/core'
import { useCallback, useSyncExternalStore } from 'react'
import { useRecord } from '../state/recordContext.js'
import type { EditingState } from './editing.js'

/** Which editor is being written in, and what it asks. */
export function useEditing(): EditingState {
  const { editing } = useRecord()
  return useSyncExternalStore(editing.subscribe, editing.getState)
}

/**
 * Reads something of an editor after each of its transactions.
 * @param read - returns a primitive, so that only a change renders.
 */
export function useEditorValue<T extends string | number | boolean>(editor: Editor, read: (editor: Editor) => T): T {
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on('transaction', listener)
      editor.on('focus', listener)
      editor.on('blur', listener)
      return () => {
        editor.off('transaction', listener)
        editor.off('focus', listener)
        editor.off('blur', listener)
      }
    },
    [editor],
  )
  return useSyncExternalStore(subscribe, () => read(editor))
}
