import { Extension } from '@tiptap/core'
import {
  defaultDeleteFilter,
  defaultProtectedNodes,
  initProseMirrorDoc,
  ySyncPlugin,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { EditorChanges, History } from '../session/history.js'
import type { Presence } from '../session/presence.js'
import { carets } from './carets.js'

export interface BindingOptions {
  fragment: Y.XmlFragment
  path: string
  presence: Presence
  history: History
}

/** What all editors bound here write under; of what an undo takes away, blocks that hold text by now are kept. */
export const editorChanges: EditorChanges = {
  origin: ySyncPluginKey,
  mayDelete: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
}

/** Binds an editor to its slot's fragment, its carets to the presence, and its undo keys to the record's one history. */
export function binding({ fragment, path, presence, history }: BindingOptions): Extension {
  const undo = () => {
    history.undo()
    return true
  }
  const redo = () => {
    history.redo()
    return true
  }
  history.follow(editorChanges)
  let mapping: ReturnType<typeof initProseMirrorDoc>['mapping'] | undefined
  return Extension.create({
    name: 'binding',
    priority: 1000,
    onBeforeCreate() {
      // The editor begins with the fragment's text, rather than empty and then filled.
      const start = initProseMirrorDoc(fragment, this.editor.schema)
      mapping = start.mapping
      // TipTap takes a node as it is, which its types do not say.
      if (start.doc.childCount > 0) Object.assign(this.editor.options, { content: start.doc })
    },
    addKeyboardShortcuts: () => ({ 'Mod-z': undo, 'Mod-Z': redo, 'Shift-Mod-z': redo, 'Mod-y': redo }),
    addProseMirrorPlugins: () => [
      // Without a mapping it would draw the text anew each time a plugin joins, under the hands of who writes.
      ySyncPlugin(fragment, mapping === undefined ? {} : { mapping }),
      carets(presence, path),
    ],
    onFocus: () => history.pause(),
  })
}
