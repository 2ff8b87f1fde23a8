import { Extension, Node } from '@tiptap/core'
import { Fragment, type Node as ProseMirrorNode, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { Ways } from './walk.js'

/** The document of a text slot. One paragraph is all it has; a merge may leave more, which are shown and kept. */
export const LineDocument = Node.create({ name: 'doc', topNode: true, content: 'paragraph+' })

/** A `span`, so that the text runs on in its sentence. */
export const LineParagraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  priority: 1000,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['span', { class: 'line' }, 0],
})

/** No key makes one here; one that is there already is kept and shown. */
export const LineBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  renderHTML: () => ['span', { class: 'line-break' }, '↵'],
})

/** Keeps a text slot to one line: Enter goes on to the next slot, and what is pasted or dropped is put on one line. */
export function oneLine(ways: Ways): Extension {
  const next = () => {
    ways.next()
    return true
  }
  return Extension.create({
    name: 'oneLine',
    priority: 900,
    addKeyboardShortcuts: () => ({ Enter: next, 'Shift-Enter': next, 'Mod-Enter': next }),
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          transformPasted: (slice, view) => onOneLine(slice, view.state.schema),
          clipboardTextParser: (text, _context, _plain, view) => {
            const line = joined(text)
            return new Slice(line === '' ? Fragment.empty : Fragment.from(view.state.schema.text(line)), 0, 0)
          },
        },
      }),
    ],
  })
}

/** A text's lines as one. */
export const joined = (text: string) => text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')

/** Everything inline in `slice`, its blocks apart by a space. */
export function onOneLine(slice: Slice, schema: Schema): Slice {
  const line: ProseMirrorNode[] = []
  let blocks = 0
  slice.content.descendants((node) => {
    if (node.isTextblock) {
      if (blocks > 0) line.push(schema.text(' '))
      blocks += 1
    }
    if (!node.isInline) return true
    if (node.isText) line.push(schema.text((node.text ?? '').replace(/\s*\n\s*/g, ' '), node.marks))
    else line.push(node.type.name === 'hardBreak' ? schema.text(' ') : node)
    return false
  })
  return new Slice(Fragment.fromArray(line), 0, 0)
}
