import type { Editor } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { editorStrings as strings } from '#strings/recordEditor'
import { apple, type KeyGroup, matches } from '../../app/keys.js'
import type { Editing } from './editing.js'
import { addRowBelow, removeRow } from './table/tableFormats.js'

/** What the keys dialog lists once somebody writes. */
export const writingKeys: KeyGroup = {
  title: strings.keysTitle,
  keys: [
    { keys: '/', does: strings.keyBlocks },
    { keys: ':', does: strings.keyEmoji },
    { keys: '@', does: strings.keyPeople },
    { keys: 'mod+b', does: strings.bold },
    { keys: 'mod+i', does: strings.italic },
    { keys: 'mod+e', does: strings.code },
    { keys: 'mod+k', does: strings.keyLink },
    { keys: 'mod+Enter', does: strings.keyRowBelow },
    { keys: 'shift+mod+Backspace', does: strings.keyRemoveRow },
    { keys: 'shift+mod+v', does: strings.keyPastePlain },
  ],
}

/** Keys of writing that ProseMirror's own do not know: in a table, and for a link where something is selected. */
export function keysOf(editor: Editor, editing: Editing): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(_view, event) {
        const { selection } = editor.state
        if (matches('mod+k', event, apple) && (!selection.empty || editor.isActive('link'))) {
          askForLink(editor, editing)
          return true
        }
        if (!editor.isActive('table')) return false
        if (matches('mod+Enter', event, apple)) addRowBelow(editor)
        else if (matches('shift+mod+Backspace', event, apple)) removeRow(editor)
        else return false
        return true
      },
    },
  })
}

/** Asks where the selection should lead, or the link that the caret is in. */
export function askForLink(editor: Editor, editing: Editing): void {
  const { href } = editor.getAttributes('link')
  editing.ask({ kind: 'link', editor, href: typeof href === 'string' ? href : '' })
}
