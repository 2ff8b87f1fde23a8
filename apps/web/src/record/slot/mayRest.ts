import type { Editor } from '@tiptap/core'
import type { Editing } from '../editor/editing.js'

/** Whether an editor far from the window can go, and its text be shown without one, with nobody noticing. */
export function mayRest(slot: HTMLElement, editor: Editor, editing: Editing): boolean {
  // The one that was written in last keeps its caret, its toolbar and whatever it has open.
  if (editing.getState().current?.editor === editor) return false
  if (slot.contains(document.activeElement) || editor.view.composing) return false
  const selection = document.getSelection()
  return selection === null || selection.isCollapsed || !selection.containsNode(slot, true)
}
