import type { ReactNode } from 'react'
import * as Y from 'yjs'
import { inOrder } from '../inOrder.js'
import { runs } from '../state/fragments.js'
import { StaticInlines } from './StaticLine.js'

type Node = Y.XmlElement | Y.XmlText | Y.XmlHook

export interface StaticBlocksProps {
  nodes: readonly Node[]
  /** Whether links lead anywhere. They do not where a click means writing. */
  links: boolean
}

/** Rich text as the editor would show it, in the same elements, so that nothing moves when the editor comes. */
export function StaticBlocks({ nodes, links }: StaticBlocksProps) {
  return inOrder(nodes, (node) => (node instanceof Y.XmlElement ? <StaticBlock node={node} links={links} /> : null))
}

function StaticBlock({ node, links }: { node: Y.XmlElement; links: boolean }): ReactNode {
  const inside = node.toArray()
  const attribute = (name: string): unknown => node.getAttribute(name)
  const text = <StaticInlines nodes={inside} links={links} />
  const blocks = <StaticBlocks nodes={inside} links={links} />
  switch (node.nodeName) {
    case 'paragraph':
      return <p>{isEmpty(inside) ? <br /> : text}</p>
    case 'heading':
      return heading(attribute('level'), text)
    case 'bulletList':
      return <ul>{blocks}</ul>
    case 'orderedList':
      return <ol start={Number(attribute('start') ?? 1)}>{blocks}</ol>
    case 'listItem':
      return (
        <li dir="auto" data-checked={attribute('checked') === undefined ? undefined : String(attribute('checked'))}>
          {blocks}
        </li>
      )
    case 'taskList':
      return <ul data-type="taskList">{blocks}</ul>
    case 'taskItem':
      return (
        <li dir="auto" data-type="taskItem" data-checked={attribute('checked') === true}>
          <span className="static-tick" aria-hidden />
          <div>{blocks}</div>
        </li>
      )
    case 'blockquote':
      return <blockquote dir="auto">{blocks}</blockquote>
    case 'codeBlock':
      return (
        <pre data-language={attribute('language')}>
          <code>{codeOf(inside)}</code>
        </pre>
      )
    case 'horizontalRule':
      return <hr />
    case 'table':
      return (
        <table dir="auto">
          <tbody>{blocks}</tbody>
        </table>
      )
    case 'tableRow':
      return <tr>{blocks}</tr>
    case 'tableHeader':
      return <th data-align={attribute('align')}>{blocks}</th>
    case 'tableCell':
      return <td data-align={attribute('align')}>{blocks}</td>
    case 'markdown':
      return (
        <div className="markdown-block">
          <pre>{String(attribute('source') ?? '')}</pre>
        </div>
      )
    default:
      // Of a newer schema: its words are shown, and nothing is lost.
      return <div>{inside.some((child) => child instanceof Y.XmlText) ? text : blocks}</div>
  }
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

function heading(level: unknown, text: ReactNode): ReactNode {
  const Tag = headings[Number(level ?? 1) - 1] ?? 'h6'
  return <Tag>{text}</Tag>
}

const codeOf = (nodes: readonly Node[]) =>
  nodes
    .map((node) =>
      node instanceof Y.XmlText
        ? runs(node)
            .map(({ insert }) => insert)
            .join('')
        : '',
    )
    .join('')

const isEmpty = (nodes: readonly Node[]) => nodes.every((node) => node instanceof Y.XmlText && node.length === 0)
