import { limits } from '@colophon/protocol'
import { markSpecs, nodeSpecs } from '@colophon/template'
import { getSchema } from '@tiptap/core'
import { initProseMirrorDoc } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { proseSchema, slotExtensions } from './extensions.js'

const prose = getSchema(proseSchema(null))
const nowhere = { next: () => false, previous: () => false, leave: () => false }
const lineSchema = (form: 'inline' | 'plain') =>
  getSchema(slotExtensions({ form, gap: '', ways: nowhere, onEditSource: () => undefined }))

/** Of tables: the commands need them, Markdown has none, and they are always these. */
const spans = { colspan: 1, rowspan: 1, colwidth: null }

const defaultsOf = (attrs: Record<string, { default?: unknown }> | null | undefined) =>
  Object.fromEntries(Object.entries(attrs ?? {}).map(([name, attribute]) => [name, attribute.default]))
const specified = (attrs: Readonly<Record<string, { default: unknown }>>) =>
  Object.fromEntries(Object.entries(attrs).map(([name, attribute]) => [name, attribute.default]))

test('[S5] the editor has every node of the prose schema and no other', () => {
  expect(
    Object.keys(prose.nodes)
      .filter((name) => name !== 'doc')
      .sort(),
  ).toEqual(Object.keys(nodeSpecs).sort())
})

test.each(Object.entries(nodeSpecs))(
  '[S5] the attributes of %s are those of the prose schema, with their defaults',
  (name, spec) => {
    const cell = name === 'tableCell' || name === 'tableHeader'
    expect(defaultsOf(prose.nodes[name]?.spec.attrs)).toEqual({ ...(cell ? spans : {}), ...specified(spec.attrs) })
  },
)

test('[S5] the editor has every mark of the prose schema, with its attributes, and no other', () => {
  const marks = Object.fromEntries(
    Object.entries(prose.marks).map(([name, mark]) => [name, defaultsOf(mark.spec.attrs)]),
  )
  expect(marks).toEqual(Object.fromEntries(Object.entries(markSpecs).map(([name, attrs]) => [name, specified(attrs)])))
})

test.each(['inline', 'plain'] as const)(
  '[S5] a slot of %s text knows every mark and inline node, so that it deletes none',
  (form) => {
    const schema = lineSchema(form)
    expect(Object.keys(schema.marks).sort()).toEqual(Object.keys(markSpecs).sort())
    for (const [name, { group }] of Object.entries(nodeSpecs)) {
      if (group === 'inline') expect(schema.nodes[name], name).toBeDefined()
    }
  },
)

test.each([prose, lineSchema('inline'), lineSchema('plain')])(
  'marks are stored under their own names: each excludes itself and no other',
  (schema) => {
    for (const mark of Object.values(schema.marks)) {
      for (const other of Object.values(schema.marks))
        expect(mark.excludes(other), `${mark.name} ${other.name}`).toBe(mark === other)
    }
  },
)

test('[A6] an editor opens what is nested as deep as the server lets it be', () => {
  const fragment = new Y.Doc().getXmlFragment('slot')
  let parent: Y.XmlFragment = fragment
  for (let depth = 0; depth < limits.typeDepth - 1; depth += 1) {
    const quote = new Y.XmlElement('blockquote')
    parent.insert(0, [quote])
    parent = quote
  }
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('Down here.')])
  parent.insert(0, [paragraph])
  const { doc } = initProseMirrorDoc(fragment, prose)
  doc.check()
  expect(doc.textContent).toBe('Down here.')
  expect(doc.eq(prose.nodeFromJSON(doc.toJSON()))).toBe(true)
})
