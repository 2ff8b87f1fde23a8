import { type Template, walkRecord } from '@colophon/template'
import * as Y from 'yjs'
import { runs } from '../../state/fragments.js'
import { countWords } from './countWords.js'

/** How many words people have written in a record: those of its slots, each once, and none of its template's. */
export function recordWords(template: Template, doc: Y.Doc): number {
  const fragments = new Set<Y.XmlFragment>()
  for (const sight of walkRecord(template, doc)) {
    if (sight.kind === 'slot' && sight.placed.fragment !== undefined) fragments.add(sight.placed.fragment)
  }
  return [...fragments].reduce((sum, fragment) => sum + countWords(textOf(fragment)), 0)
}

/** The texts of every block, apart by a space. What is inline runs on. */
function textOf(node: Y.XmlFragment): string {
  const children = node.toArray()
  const isLine = children.some((child) => child instanceof Y.XmlText)
  const texts = children.map((child) => {
    if (child instanceof Y.XmlText) {
      return runs(child)
        .map(({ insert }) => insert)
        .join('')
    }
    if (!(child instanceof Y.XmlElement)) return ''
    return child.nodeName === 'hardBreak' ? ' ' : textOf(child)
  })
  return texts.join(isLine ? '' : ' ')
}
