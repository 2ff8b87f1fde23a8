import { type Extensions, Mark } from '@tiptap/core'
import { Code } from '@tiptap/extension-code'
import { Link } from '@tiptap/extension-link'

/** Code may be bold or linked, as Markdown allows. It excludes only itself, like every mark here. */
export const RecordCode = Code.extend({ excludes: 'code' })

/**
 * A link carries where it leads and its title, and nothing of how a page opens it. It excludes only itself, so that the
 * binding stores it under its own name.
 */
export const RecordLink = Link.extend({
  inclusive: false,
  addAttributes: () => ({ href: { default: '' }, title: { default: null } }),
}).configure({ openOnClick: false, linkOnPaste: true, autolink: false, HTMLAttributes: { rel: 'noopener noreferrer' } })

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
