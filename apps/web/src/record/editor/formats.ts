import type { SlotForm } from '@colophon/template'
import type { Editor } from '@tiptap/core'
import {
  Bold,
  Code,
  Heading,
  Heading2,
  Italic,
  List,
  ListChecks,
  ListOrdered,
  Minus,
  SquareCode,
  Strikethrough,
  Table,
  TextQuote,
} from 'lucide-react'
import { editorStrings as strings } from '#strings/recordEditor'
import type { Format } from './format.js'
import { insertTable, tableAlignments, tableFormats } from './table/tableFormats.js'

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
const heading: Format = {
  label: strings.heading,
  icon: Heading,
  also: strings.headingAlso,
  apply: (editor) => editor.chain().focus().toggleHeading({ level: 4 }).run(),
  isOn: (editor) => editor.isActive('heading', { level: 4 }),
}

const subheading: Format = {
  label: strings.subheading,
  icon: Heading2,
  apply: (editor) => editor.chain().focus().toggleHeading({ level: 5 }).run(),
  isOn: (editor) => editor.isActive('heading', { level: 5 }),
}

const codeBlock: Format = {
  label: strings.codeBlock,
  icon: SquareCode,
  also: strings.codeBlockAlso,
  apply: (editor) => editor.chain().focus().toggleCodeBlock().run(),
  isOn: (editor) => editor.isActive('codeBlock'),
}

const textBlocks: readonly Format[] = [
  {
    label: strings.bulletList,
    icon: List,
    also: strings.bulletListAlso,
    apply: (editor) => editor.chain().focus().toggleBulletList().run(),
    isOn: (editor) => editor.isActive('bulletList'),
  },
  {
    label: strings.orderedList,
    icon: ListOrdered,
    also: strings.orderedListAlso,
    apply: (editor) => editor.chain().focus().toggleOrderedList().run(),
    isOn: (editor) => editor.isActive('orderedList'),
  },
  {
    label: strings.taskList,
    icon: ListChecks,
    also: strings.taskListAlso,
    apply: (editor) => editor.chain().focus().toggleTaskList().run(),
    isOn: (editor) => editor.isActive('taskList'),
  },
  {
    label: strings.quote,
    icon: TextQuote,
    also: strings.quoteAlso,
    apply: (editor) => editor.chain().focus().toggleBlockquote().run(),
    isOn: (editor) => editor.isActive('blockquote'),
  },
  codeBlock,
  { label: strings.table, icon: Table, also: strings.tableAlso, apply: insertTable },
]

const divider: Format = {
  label: strings.divider,
  icon: Minus,
  also: strings.dividerAlso,
  apply: (editor) => editor.chain().focus().setHorizontalRule().run(),
}

const blocksInToolbar: readonly Format[] = [heading, ...textBlocks]

/** Every block one can begin. */
export const blockFormats: readonly Format[] = [heading, subheading, ...textBlocks, divider]

/** Where the caret stands, as far as it matters to what can be done there. */
export type Standing = 'text' | 'table' | 'code'

export function standing(editor: Editor): Standing {
  if (editor.isActive('table')) return 'table'
  return editor.isActive('codeBlock') ? 'code' : 'text'
}

/** What the toolbar offers, in groups, where the caret stands. */
export function formatsFor(form: SlotForm, at: Standing): readonly (readonly Format[])[] {
  switch (form) {
    case 'plain':
      return []
    case 'inline':
      return [marks]
    case 'prose':
      return inProse[at]
    default:
      return form satisfies never
  }
}

const inProse: Readonly<Record<Standing, readonly (readonly Format[])[]>> = {
  text: [marks, blocksInToolbar],
  table: [marks, tableFormats, tableAlignments],
  code: [[codeBlock]],
}
