import * as Y from 'yjs'
import { runs } from '../state/fragments.js'

/**
 * A slot's text as one would type it into an editor: blocks apart by an empty line, with the marks of Markdown that say
 * what is a heading, a list, a quote, code or a link. Emphasis is left out.
 */
export function inPlainText(fragment: Y.XmlFragment): string {
  return blocksOf(fragment).trim()
}

type Node = ReturnType<Y.XmlFragment['toArray']>[number]

function blocksOf(parent: Y.XmlFragment, between = '\n\n'): string {
  return parent.toArray().map(blockOf).join(between)
}

function blockOf(node: Node): string {
  if (!(node instanceof Y.XmlElement)) return inlineOf(node)
  switch (node.nodeName) {
    case 'heading':
      return `${'#'.repeat(Number(attribute(node, 'level')) || 1)} ${inlinesOf(node)}`
    case 'codeBlock':
      return `\`\`\`${attribute(node, 'language')}\n${inlinesOf(node)}\n\`\`\``
    case 'blockquote':
      return indented(blocksOf(node), '> ', '> ')
    case 'bulletList':
    case 'taskList':
      return blocksOf(node, '\n')
    case 'orderedList': {
      const start = Number(attribute(node, 'start')) || 1
      return elementsIn(node)
        .map((item, i) => indented(blocksOf(item), `${start + i}. `, '   '))
        .join('\n')
    }
    case 'listItem':
      return indented(blocksOf(node), '- ', '  ')
    case 'taskItem':
      return indented(blocksOf(node), attribute(node, 'checked') === 'true' ? '- [x] ' : '- [ ] ', '  ')
    case 'table':
      return blocksOf(node, '\n')
    case 'tableRow':
      return `| ${blocksOf(node, ' | ')} |`
    case 'tableCell':
    case 'tableHeader':
      return blocksOf(node, ' ')
    case 'horizontalRule':
      return '---'
    case 'markdown':
      return attribute(node, 'source')
    default:
      return inlinesOf(node)
  }
}

const inlinesOf = (parent: Y.XmlFragment) => parent.toArray().map(inlineOf).join('')

function inlineOf(node: Node): string {
  if (node instanceof Y.XmlText) return runs(node).map(wordsOf).join('')
  if (!(node instanceof Y.XmlElement)) return ''
  if (node.nodeName === 'hardBreak') return '\n'
  return attribute(node, 'source') || attribute(node, 'alt')
}

function wordsOf({ insert, marks }: ReturnType<typeof runs>[number]): string {
  const { link } = marks
  const href = typeof link === 'object' && link !== null && 'href' in link ? String(link.href) : insert
  return href === insert ? insert : `[${insert}](${href})`
}

const elementsIn = (parent: Y.XmlFragment) => parent.toArray().filter((node) => node instanceof Y.XmlElement)

/** Attributes are whatever other clients have written. */
function attribute(element: Y.XmlElement, name: string): string {
  const value: unknown = element.getAttribute(name)
  return value === undefined || value === null ? '' : String(value)
}

function indented(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, i) => `${i === 0 ? first : others}${line}`.trimEnd())
    .join('\n')
}
