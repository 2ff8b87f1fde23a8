import type { Editor } from '@tiptap/core'
import { dropCursor } from '@tiptap/pm/dropcursor'
import { gapCursor } from '@tiptap/pm/gapcursor'
import type { Node } from '@tiptap/pm/model'
import type { History } from '../session/history.js'
import type { Editing } from './editing.js'
import { keysOf } from './keys.js'
import { pasting } from './paste/pasting.js'
import { spelledOut } from './suggest/emoji.js'
import { lookAgain, suggest } from './suggest/plugins.js'
import type { Popup } from './suggest/popup.js'
import type { Source } from './suggest/suggestion.js'

export interface Arms {
  readonly form: 'prose' | 'inline'
  readonly sources: readonly Source[]
  readonly popup: Popup
  readonly history: History
  readonly editing: Editing
}

const armed = new WeakSet<Editor>()

/**
 * Gives an editor what opening the page does not need: suggestions, clean pasting, more keys, and the cursors between blocks. Once; it may be in use
 * already. They come before the editor's own plugins: Enter takes a suggestion before it makes a line.
 * @param since - the editor's text when it was entered; what was typed after may ask for a suggestion.
 */
export function arm(editor: Editor, { form, sources, popup, history, editing }: Arms, since: Node): void {
  if (armed.has(editor) || editor.isDestroyed) return
  armed.add(editor)
  const keys = keysOf(editor, editing)
  const others = [
    ...sources.map((source) => suggest(editor, source, popup, history)),
    spelledOut(editor, history),
    pasting(editor, form, history),
  ]
  const cursors = form === 'prose' ? [dropCursor(), gapCursor()] : []
  editor.registerPlugin(keys, (_keys, before) => [...others, keys, ...before, ...cursors])
  if (editor.state.doc !== since) editor.view.dispatch(lookAgain(editor.state.tr))
}
