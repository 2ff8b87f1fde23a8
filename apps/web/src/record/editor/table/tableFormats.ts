import type { Editor } from '@tiptap/core'
import { selectedRect } from '@tiptap/pm/tables'
import {
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  TableColumnsSplit,
  TableRowsSplit,
  TextAlignCenter,
  TextAlignEnd,
  TextAlignStart,
  Trash2,
} from 'lucide-react'
import { editorStrings as strings } from '#strings/recordEditor'
import type { Format } from '../format.js'
import { alignsOf, settle } from './settle.js'

/** A table as one begins with, and a line below it to go on writing in where there is none. */
export function insertTable(editor: Editor): void {
  editor
    .chain()
    .focus()
    .insertTable({ rows: 3, cols: 3, withHeaderRow: true })
    .command(({ tr, dispatch, state }) => {
      const isLast = tr.doc.lastChild?.type.spec.tableRole === 'table'
      const { paragraph } = state.schema.nodes
      if (dispatch !== undefined && isLast && paragraph !== undefined)
        tr.insert(tr.doc.content.size, paragraph.create())
      return true
    })
    .run()
}

export const addRowBelow = (editor: Editor) => editor.chain().focus().addRowAfter().command(settled).run()
export const removeRow = (editor: Editor) => editor.chain().focus().deleteRow().command(settled).run()

/** What can be done with the rows and columns of the table one is in. */
export const tableFormats: readonly Format[] = [
  {
    label: strings.addRowAbove,
    icon: BetweenHorizontalStart,
    apply: (editor) => editor.chain().focus().addRowBefore().command(settled).run(),
  },
  { label: strings.addRow, icon: BetweenHorizontalEnd, keys: 'mod+Enter', apply: addRowBelow },
  { label: strings.removeRow, icon: TableRowsSplit, keys: 'shift+mod+Backspace', apply: removeRow },
  {
    label: strings.addColumnBefore,
    icon: BetweenVerticalStart,
    apply: (editor) => editor.chain().focus().addColumnBefore().command(settled).run(),
  },
  {
    label: strings.addColumn,
    icon: BetweenVerticalEnd,
    apply: (editor) => editor.chain().focus().addColumnAfter().command(settled).run(),
  },
  {
    label: strings.removeColumn,
    icon: TableColumnsSplit,
    apply: (editor) => editor.chain().focus().deleteColumn().command(settled).run(),
  },
  { label: strings.removeTable, icon: Trash2, apply: (editor) => editor.chain().focus().deleteTable().run() },
]

type Align = 'left' | 'center' | 'right'

/** How the columns at the selection are aligned; what is set already is taken back. */
export const tableAlignments: readonly Format[] = [
  alignment('left', strings.alignStart, TextAlignStart),
  alignment('center', strings.alignCentre, TextAlignCenter),
  alignment('right', strings.alignEnd, TextAlignEnd),
]

function alignment(align: Align, label: string, icon: Format['icon']): Format {
  const isOn = (editor: Editor) => {
    if (!editor.isActive('table')) return false
    const { table, left } = selectedRect(editor.state)
    return alignsOf(table)[left] === align
  }
  return { label, icon, isOn, apply: (editor) => alignColumns(editor, isOn(editor) ? null : align) }
}

function alignColumns(editor: Editor, align: Align | null): void {
  const { map, tableStart, left, right } = selectedRect(editor.state)
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      for (const position of map.map.slice(left, right)) tr.setNodeAttribute(tableStart + position, 'align', align)
      return settle(tr)
    })
    .run()
}

const settled = ({ tr }: { tr: Parameters<typeof settle>[0] }) => settle(tr)
