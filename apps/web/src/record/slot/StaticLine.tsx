import type { ReactNode } from 'react'
import * as Y from 'yjs'
import { inOrder } from '../inOrder.js'
import { runs } from '../state/fragments.js'
import { safeHref } from './safeHref.js'

type Node = Y.XmlElement | Y.XmlText | Y.XmlHook

/** The text of a text slot, on its line. */
export function StaticLine({ fragment, links }: { fragment: Y.XmlFragment; links: boolean }) {
  return inOrder(fragment.toArray(), (node) => (
    <span className="line">
      {node instanceof Y.XmlElement ? <StaticInlines nodes={node.toArray()} links={links} /> : null}
    </span>
  ))
}

/** Inline content with its marks. */
export function StaticInlines({ nodes, links }: { nodes: readonly Node[]; links: boolean }) {
  return inOrder(nodes, (node) => {
    if (node instanceof Y.XmlText) return inOrder(runs(node), ({ insert, marks }) => marked(insert, marks, links))
    return node instanceof Y.XmlElement ? <StaticAtom node={node} /> : null
  })
}

function StaticAtom({ node }: { node: Y.XmlElement }) {
  const text = (name: string) => {
    const value: unknown = node.getAttribute(name)
    return typeof value === 'string' ? value : ''
  }
  switch (node.nodeName) {
    case 'hardBreak':
      return <br />
    case 'image':
      return (
        <span className="image-chip" title={text('src')}>
          {text('alt') || text('src')}
        </span>
      )
    case 'markdownInline':
      return <code className="markdown-inline">{text('source')}</code>
    default:
      // Of a newer schema: its words are shown, and nothing is lost.
      return <StaticInlines nodes={node.toArray()} links={false} />
  }
}

function marked(text: string, marks: Readonly<Record<string, unknown>>, links: boolean): ReactNode {
  let shown = softly(text)
  if ('code' in marks) shown = <code>{shown}</code>
  if ('strike' in marks) shown = <s>{shown}</s>
  if ('bold' in marks) shown = <strong>{shown}</strong>
  if ('italic' in marks) shown = <em>{shown}</em>
  if ('link' in marks) shown = linked(shown, marks.link, links)
  return shown
}

/** A line feed of the file is a space on the page. */
function softly(text: string): ReactNode {
  if (!text.includes('\n')) return text
  return inOrder(text.split(/(\n)/), (piece) => (piece === '\n' ? <span className="soft-break">{piece}</span> : piece))
}

function linked(shown: ReactNode, link: unknown, follows: boolean): ReactNode {
  const href = typeof link === 'object' && link !== null && 'href' in link ? safeHref(link.href) : undefined
  if (!follows || href === undefined) return <span className="link">{shown}</span>
  return (
    <a href={href} rel="noopener noreferrer">
      {shown}
    </a>
  )
}
