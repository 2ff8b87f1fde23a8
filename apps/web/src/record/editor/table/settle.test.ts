import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { addRowAfter, addRowBefore, deleteRow } from '@tiptap/pm/tables'
import { expect, test } from 'vitest'
import { proseSchema } from '../extensions.js'
import { alignsOf, settle } from './settle.js'

const schema = getSchema(proseSchema(null))
const row = (type: string, ...cells: (readonly [text: string, align: string | null])[]) => ({
  type: 'tableRow',
  content: cells.map(([text, align]) => ({
    type,
    attrs: { align },
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  })),
})
const table = {
  type: 'table',
  content: [row('tableHeader', ['Key', null], ['Rate', 'right']), row('tableCell', ['a', null], ['1', 'right'])],
}

/** A document of a table with the caret in its first row, after `change` and settling. */
function settled(change: typeof addRowBefore): { types: string[]; aligns: unknown[][] } {
  const doc = schema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph' }, table] })
  let state = EditorState.create({ doc, selection: TextSelection.create(doc, 6) })
  change(state, (tr) => {
    state = state.apply(tr)
  })
  const { tr } = state
  settle(tr)
  tr.doc.check()
  const rows = tr.doc.child(1).content.content
  return {
    types: rows.map(({ firstChild }) => firstChild?.type.name ?? ''),
    aligns: rows.map((one) => one.content.content.map(({ attrs }) => attrs.align)),
  }
}

test.each([
  ['a row below the head', addRowAfter, 3],
  ['a row above the head', addRowBefore, 3],
  ['the head taken out', deleteRow, 1],
] as const)('[U4] with %s, the first row is the head, as it is in the file', (_what, change, rows) => {
  const { types } = settled(change)
  expect(types).toEqual(['tableHeader', ...Array.from({ length: rows - 1 }, () => 'tableCell')])
})

test.each([addRowAfter, addRowBefore])(
  '[U4] the cells of a new row are aligned as their columns are in the file',
  (add) => {
    expect(settled(add).aligns).toEqual([
      [null, 'right'],
      [null, 'right'],
      [null, 'right'],
    ])
  },
)

test('a column is aligned as its cells are', () => {
  expect(alignsOf(schema.nodeFromJSON(table))).toEqual([null, 'right'])
})
