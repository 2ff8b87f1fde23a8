import { mergeAttributes, Node } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { editorStrings } from '#strings/recordEditor'

/** Asks a person for new Markdown in the place of `source`. */
export type EditSource = (source: string, replace: (source: string) => void) => void

/** Markdown that has no shape in the editor: shown as it is written, edited as text, printed back untouched. */
export const MarkdownBlock = Node.create<{ onEdit: EditSource | null }>({
  name: 'markdown',
  group: 'block',
  atom: true,
  addOptions: () => ({ onEdit: null }),
  addAttributes: () => ({ source: { default: '', rendered: false } }),
  renderHTML: ({ node }) => ['pre', { class: 'markdown-block' }, String(node.attrs.source)],
  addNodeView() {
    const { onEdit } = this.options
    return ({ node, view, getPos }) => {
      const dom = document.createElement('div')
      dom.className = 'markdown-block'
      const source = document.createElement('pre')
      source.textContent = String(node.attrs.source)
      const edit = document.createElement('button')
      edit.type = 'button'
      edit.textContent = editorStrings.editSource
      edit.addEventListener('click', () => {
        onEdit?.(source.textContent ?? '', (next) => setSource(view, getPos(), next))
      })
      dom.append(source, edit)
      return {
        dom,
        update(next) {
          if (next.type !== node.type) return false
          source.textContent = String(next.attrs.source)
          return true
        },
        stopEvent: (event) => event.target === edit,
        ignoreMutation: () => true,
      }
    }
  },
})

/** The same within a line: a footnote's mark, a piece of HTML. */
export const MarkdownInline = Node.create({
  name: 'markdownInline',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ source: { default: '', rendered: false } }),
  renderHTML: ({ node }) => ['code', { class: 'markdown-inline' }, String(node.attrs.source)],
})

/** A picture's name and address. The picture itself may be on a foreign host, which is never asked for anything. */
export const Image = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    src: { default: '', rendered: false },
    alt: { default: null, rendered: false },
    title: { default: null, rendered: false },
  }),
  // An attribute is read from the one of its own name.
  parseHTML: () => [{ tag: 'img[src]' }],
  renderHTML: ({ node, HTMLAttributes }) => {
    const words = String(node.attrs.alt ?? '') || String(node.attrs.src ?? '')
    return ['span', mergeAttributes(HTMLAttributes, { class: 'image-chip', title: node.attrs.src }), words]
  },
})

function setSource(view: EditorView, position: number | undefined, source: string): void {
  if (position === undefined) return
  const node = view.state.doc.nodeAt(position)
  if (node?.type.name !== 'markdown') return
  const replaced =
    source.trim() === ''
      ? view.state.tr.delete(position, position + node.nodeSize)
      : view.state.tr.setNodeAttribute(position, 'source', source)
  view.dispatch(replaced)
}
