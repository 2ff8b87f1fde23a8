import type { Editor, Range } from '@tiptap/core'

/** Puts characters, and nothing but characters, in the place of what was typed. The caret stays where it is in the text. */
export function putText(editor: Editor, { from, to }: Range, text: string): void {
  editor.view.dispatch(editor.state.tr.insertText(text, from, to).scrollIntoView())
}
