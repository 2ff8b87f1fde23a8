import type { SlotForm } from '@colophon/template'
import type { Editor } from '@tiptap/core'
import {
  Bold,
  Code,
  Columns3,
  Heading,
  Italic,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Rows3,
  SquareCode,
  Strikethrough,
  Table,
  TableColumnsSplit,
  TableRowsSplit,
  TextQuote,
  Trash2,
} from 'lucide-react'
import { editorStrings as strings } from './strings.js'

/** One thing the format toolbar can do. */
export interface Format {
  readonly label: string
  readonly icon: LucideIcon
  /** The key that does the same, as `keyCaps` reads it. */
  readonly keys?: string
  readonly apply: (editor: Editor) => void
  /** Whether it holds at the selection; absent for what is done rather than set. */
  readonly isOn?: (editor: Editor) => boolean
}

const marks: readonly Format[] = [
  {
    label: strings.bold,
    icon: Bold,
    keys: 'mod+b',
    apply: (editor) => editor.chain().focus().toggleBold().run(),
    isOn: (editor) => editor.isActive('bold'),
  },
  {
    label: strings.italic,
    icon: Italic,
    keys: 'mod+i',
    apply: (editor) => editor.chain().focus().toggleItalic().run(),
    isOn: (editor) => editor.isActive('italic'),
  },
  {
    label: strings.strike,
    icon: Strikethrough,
    keys: 'shift+mod+s',
    apply: (editor) => editor.chain().focus().toggleStrike().run(),
    isOn: (editor) => editor.isActive('strike'),
  },
  {
    label: strings.code,
    icon: Code,
    keys: 'mod+e',
    apply: (editor) => editor.chain().focus().toggleCode().run(),
    isOn: (editor) => editor.isActive('code'),
  },
]

/** Headings of the record itself are larger; those within a slot begin where they fit below. */
const headingLevel = 4

const blocks: readonly Format[] = [
  {
    label: strings.heading,
    icon: Heading,
    apply: (editor) => editor.chain().focus().toggleHeading({ level: headingLevel }).run(),
    isOn: (editor) => editor.isActive('heading'),
  },
  {
    label: strings.bulletList,
    icon: List,
    apply: (editor) => editor.chain().focus().toggleBulletList().run(),
    isOn: (editor) => editor.isActive('bulletList'),
  },
  {
    label: strings.orderedList,
    icon: ListOrdered,
    apply: (editor) => editor.chain().focus().toggleOrderedList().run(),
    isOn: (editor) => editor.isActive('orderedList'),
  },
  {
    label: strings.taskList,
    icon: ListChecks,
    apply: (editor) => editor.chain().focus().toggleTaskList().run(),
    isOn: (editor) => editor.isActive('taskList'),
  },
  {
    label: strings.quote,
    icon: TextQuote,
    apply: (editor) => editor.chain().focus().toggleBlockquote().run(),
    isOn: (editor) => editor.isActive('blockquote'),
  },
  {
    label: strings.codeBlock,
    icon: SquareCode,
    apply: (editor) => editor.chain().focus().toggleCodeBlock().run(),
    isOn: (editor) => editor.isActive('codeBlock'),
  },
  {
    label: strings.table,
    icon: Table,
    apply: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
]

const tables: readonly Format[] = [
  { label: strings.addRow, icon: Rows3, apply: (editor) => editor.chain().focus().addRowAfter().run() },
  { label: strings.removeRow, icon: TableRowsSplit, apply: (editor) => editor.chain().focus().deleteRow().run() },
  { label: strings.addColumn, icon: Columns3, apply: (editor) => editor.chain().focus().addColumnAfter().run() },
  {
    label: strings.removeColumn,
    icon: TableColumnsSplit,
    apply: (editor) => editor.chain().focus().deleteColumn().run(),
  },
  { label: strings.removeTable, icon: Trash2, apply: (editor) => editor.chain().focus().deleteTable().run() },
]

/** What the toolbar offers, in groups, where the caret stands. */
export function formatsFor(form: SlotForm, inTable: boolean): readonly (readonly Format[])[] {
  switch (form) {
    case 'plain':
      return []
    case 'inline':
      return [marks]
    case 'prose':
      return [marks, inTable ? tables : blocks]
    default:
      return form satisfies never
  }
}
