import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import type { History } from '../session/history.js'

/**
 * Writes into a slot for a person, as one step that an undo takes back, and leaves the caret behind it.
 * @param replaces - how many characters at the end give way; all of them where it is `null`.
 */
export function put(editor: Editor, history: History, text: string, replaces: number | null): void {
  const { state, view } = editor
  const from = Selection.atStart(state.doc).from
  const to = Selection.atEnd(state.doc).to
  history.pause()
  const written = state.tr.insertText(text, replaces === null ? from : Math.max(from, to - replaces), to)
  view.dispatch(written.setSelection(Selection.atEnd(written.doc)).scrollIntoView())
  history.pause()
  view.focus()
}
