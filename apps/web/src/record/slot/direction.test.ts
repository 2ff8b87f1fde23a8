import { getSchema } from '@tiptap/core'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { proseSchema } from '../editor/extensions.js'
import { StaticBlocks } from './StaticBlocks.js'

const schema = getSchema(proseSchema(null))

test.each(['paragraph', 'heading'])(
  '[U1] a %s in the editor is written from the side its own words begin on',
  (name) => {
    const node = schema.nodes[name]?.create()
    expect(node?.type.spec.toDOM?.(node)).toEqual([name === 'heading' ? 'h1' : 'p', { dir: 'auto' }, 0])
  },
)

test('[U1] so it is without an editor: each paragraph, whether in a list, a table or a quotation', () => {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('text')
  const paragraph = (words: string) => {
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [new Y.XmlText(words)])
    return element
  }
  const around = (name: string, ...inside: Y.XmlElement[]) => {
    const element = new Y.XmlElement(name)
    element.insert(0, inside)
    return element
  }
  fragment.insert(0, [
    paragraph('مرحبا'),
    around('bulletList', around('listItem', paragraph('بند')), around('listItem', paragraph('item'))),
    around('table', around('tableRow', around('tableHeader', paragraph('עמודה')))),
    around('blockquote', paragraph('اقتباس')),
  ])
  const html = renderToStaticMarkup(createElement(StaticBlocks, { nodes: fragment.toArray(), links: false }))
  for (const words of ['مرحبا', 'بند', 'item', 'עמודה', 'اقتباس']) expect(html).toContain(`<p dir="auto">${words}</p>`)
})
