import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { proseSchema } from '../editor/extensions.js'
import { StaticBlocks } from './StaticBlocks.js'

const schema = getSchema(proseSchema(null))

const drawn = (name: string): unknown => {
  const node: Node | null | undefined = schema.nodes[name]?.createAndFill()
  return node?.type.spec.toDOM?.(node)
}

test.each(['listItem', 'taskItem', 'blockquote', 'table'])(
  '[U1] in the editor, a %s stands on the side that its words begin on',
  (name) => expect(drawn(name)).toEqual(expect.arrayContaining([expect.objectContaining({ dir: 'auto' })])),
)

test('[U1] so they do without an editor', () => {
  const doc = new Y.Doc()
  const around = (name: string, ...inside: (Y.XmlElement | Y.XmlText)[]) => {
    const element = new Y.XmlElement(name)
    element.insert(0, inside)
    return element
  }
  const paragraph = (words: string) => around('paragraph', new Y.XmlText(words))
  const fragment = doc.getXmlFragment('text')
  fragment.insert(0, [
    around('bulletList', around('listItem', paragraph('بند')), around('listItem', paragraph('item'))),
    around('taskList', around('taskItem', paragraph('مهمة'))),
    around('table', around('tableRow', around('tableHeader', paragraph('עמודה')))),
    around('blockquote', paragraph('اقتباس')),
  ])
  const html = renderToStaticMarkup(createElement(StaticBlocks, { nodes: fragment.toArray(), links: false }))
  expect(html).toContain('<li dir="auto"><p>بند</p></li><li dir="auto"><p>item</p></li>')
  expect(html).toContain('<li dir="auto" data-type="taskItem"')
  expect(html).toContain('<table dir="auto">')
  expect(html).toContain('<blockquote dir="auto"><p>اقتباس</p>')
})
