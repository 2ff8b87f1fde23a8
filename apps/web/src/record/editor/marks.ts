import { type Extensions, Mark } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Code } from '@tiptap/extension-code'
import { Italic } from '@tiptap/extension-italic'
import { Strike } from '@tiptap/extension-strike'
import { RecordLink } from './link.js'

/** The marks one can make. Code may be bold or linked, as Markdown allows: like every mark here, it excludes only itself. */
export const marks: Extensions = [Bold, Italic, Strike, Code.extend({ excludes: 'code' }), RecordLink]

/**
 * The marks by name alone: what a slot of plain characters must know, so that a mark written by another client is kept
 * rather than deleted, but which nothing here can make.
 */
export const bareMarks: Extensions = [
  bareMark('bold', 'strong'),
  bareMark('italic', 'em'),
  bareMark('strike', 's'),
  bareMark('code', 'code'),
  bareMark('link', 'span', ['href', 'title']),
]

function bareMark(name: string, tag: string, attributes: readonly string[] = []): Mark {
  return Mark.create({
    name,
    addAttributes: () =>
      Object.fromEntries(
        attributes.map((attribute) => [attribute, { default: attribute === 'href' ? '' : null, rendered: false }]),
      ),
    renderHTML: () => [tag, 0],
  })
}
