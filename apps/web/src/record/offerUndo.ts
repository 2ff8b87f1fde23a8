import { recordStrings as strings } from '#strings/record'
import { closeToast, toast } from '../design/toast.js'
import type { History } from './session/history.js'

/**
 * Says what was just done, with the way to take it back. The offer ends with the next change: after that, undo would take
 * back something else.
 */
export function offerUndo(history: History, message: string, detail?: string): void {
  const key = toast(message, {
    ...(detail === undefined ? {} : { detail }),
    action: { label: strings.undo, onAction: () => history.undo() },
  })
  const { depth } = history
  const stop = history.subscribe(() => {
    if (history.depth === depth) return
    stop()
    closeToast(key)
  })
}
