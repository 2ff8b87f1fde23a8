import type { Slot } from '@colophon/template'
import { Editor } from '@tiptap/core'
import { type EditorState, Selection } from '@tiptap/pm/state'
import type { Landing } from '../session/places.js'
import { type BindingOptions, binding } from './binding.js'
import { positionOf } from './carets.js'
import { type SlotExtensionsOptions, slotExtensions } from './extensions.js'
import { named } from './named.js'

export interface SlotEditorOptions extends BindingOptions, Omit<SlotExtensionsOptions, 'form'> {
  slot: Slot
  /** Becomes the editable element itself. */
  host: HTMLElement
  /** The slot in words, for a screen reader. */
  label: string
  editable: boolean
  onFocus: (editor: Editor) => void
  onBlur: (editor: Editor) => void
}

/** A slot's editor, bound to its fragment. Whoever makes it destroys it. */
export function createSlotEditor(options: SlotEditorOptions): Editor {
  const { slot, host, label } = options
  return new Editor({
    element: { mount: host },
    extensions: [...slotExtensions({ ...options, form: slot.form }), named(label), binding(options)],
    editable: options.editable,
    // The page's own style sheet has what the editor needs; the Content-Security-Policy allows no other.
    injectCSS: false,
    // Other text that is pasted is read as Markdown, or not at all.
    enablePasteRules: ['link'],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': String(slot.form === 'prose'),
        // Within a line the text is one direction; rich text has it block by block.
        ...(slot.form === 'prose' ? {} : { dir: 'auto' }),
        ...(slot.form === 'plain' ? { autocapitalize: 'off' } : {}),
      },
      // The bar at the top and the keyboard of a phone cover the ends of the page.
      scrollMargin: { top: 96, right: 8, bottom: 96, left: 8 },
      scrollThreshold: { top: 72, right: 0, bottom: 72, left: 0 },
    },
    onFocus: ({ editor }) => options.onFocus(editor),
    onBlur: ({ editor }) => options.onBlur(editor),
  })
}

/** Puts the caret into an editor, at once: a key pressed next is already for it. */
export function land(editor: Editor, landing: Landing): void {
  const { state, view } = editor
  view.dispatch(state.tr.setSelection(selectionAt(state, landing)))
  view.focus()
}

function selectionAt(state: EditorState, landing: Landing): Selection {
  if (landing === 'start') return Selection.atStart(state.doc)
  const position = landing === 'end' ? null : positionOf(state, landing.head)
  if (position === null) return Selection.atEnd(state.doc)
  return Selection.near(state.doc.resolve(Math.min(position, state.doc.content.size)))
}
