import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

const key = new PluginKey<DecorationSet>('softBreaks')
/** Blocks whose text flows; in code a line feed is a line feed. */
const flowing: ReadonlySet<string> = new Set(['paragraph', 'heading'])

/**
 * A paragraph of an imported file may go over several lines. The line feeds stay in the text, so that the file comes out
 * as it was; on the page they are spaces.
 * @see docs/spec.md M2
 */
export const SoftBreaks = Extension.create({
  name: 'softBreaks',
  // Otherwise ProseMirror would turn them into spaces when it reads what the browser typed.
  extendNodeSchema: ({ name }) => (flowing.has(name) ? { whitespace: 'pre' } : {}),
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_config, { doc }) => decorate(doc),
        apply: (transaction, shown) => (transaction.docChanged ? decorate(transaction.doc) : shown),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
})

function decorate(doc: Node): DecorationSet {
  const found: Decoration[] = []
  doc.descendants((node, position, parent) => {
    if (!node.isText || parent === null || !flowing.has(parent.type.name)) return
    for (const { index } of (node.text ?? '').matchAll(/\n/g)) {
      found.push(Decoration.inline(position + index, position + index + 1, { class: 'soft-break' }))
    }
  })
  return found.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, found)
}
