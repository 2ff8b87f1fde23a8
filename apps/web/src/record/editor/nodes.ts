import type { Attribute, Extensions } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { CodeBlock } from '@tiptap/extension-code-block'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { HorizontalRule } from '@tiptap/extension-horizontal-rule'
import { BulletList } from '@tiptap/extension-list/bullet-list'
import { ListItem } from '@tiptap/extension-list/item'
import { ListKeymap } from '@tiptap/extension-list/keymap'
import { OrderedList } from '@tiptap/extension-list/ordered-list'
import { TaskItem } from '@tiptap/extension-list/task-item'
import { TaskList } from '@tiptap/extension-list/task-list'
import { TableCell } from '@tiptap/extension-table/cell'
import { TableHeader } from '@tiptap/extension-table/header'
import { TableRow } from '@tiptap/extension-table/row'
import { Table } from '@tiptap/extension-table/table'
import { editorStrings } from '#strings/recordEditor'

/** What holds text stands on the side that its words begin on. Drawn only; nothing of it is stored. */
const ownDirection = { dir: 'auto' } as const

/** Carried along for the printer; nothing is drawn from it. */
const carried = (value: unknown): Attribute => ({ default: value, rendered: false, parseHTML: () => value })

/** The alignment of a table's cell, through the style sheet. */
const align: Attribute = {
  default: null,
  parseHTML: (element) => {
    const value = element.style.textAlign || element.getAttribute('align')
    return value === 'left' || value === 'right' || value === 'center' ? value : null
  },
  renderHTML: ({ align }) => (typeof align === 'string' ? { 'data-align': align } : {}),
}

/** Of an item that no task list can hold, such as one in a numbered list. */
const checked: Attribute = {
  default: null,
  keepOnSplit: false,
  parseHTML: ({ dataset: { checked } }) => (checked === undefined ? null : checked === 'true'),
  renderHTML: ({ checked }) => (typeof checked === 'boolean' ? { 'data-checked': String(checked) } : {}),
}

const cellAttributes = () => ({
  // The table commands need the spans; Markdown has none, so they stay 1.
  colspan: { default: 1, rendered: false, parseHTML: () => 1 },
  rowspan: { default: 1, rendered: false, parseHTML: () => 1 },
  colwidth: { default: null, rendered: false, parseHTML: () => null },
  align,
})

/** Everything of the prose schema but its text; attributes are the schema's own where TipTap's are others. */
export const blockNodes: Extensions = [
  Blockquote.configure({ HTMLAttributes: ownDirection }),
  HardBreak,
  Heading,
  HorizontalRule,
  ListKeymap,
  BulletList.extend({ addAttributes: () => ({ loose: carried(false) }) }),
  OrderedList.extend({
    addAttributes: () => ({
      start: { default: 1, parseHTML: (element) => Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1 },
      loose: carried(false),
    }),
  }),
  ListItem.extend({ content: 'block+', addAttributes: () => ({ checked }) }).configure({
    HTMLAttributes: ownDirection,
  }),
  TaskList.extend({ addAttributes: () => ({ loose: carried(false) }) }),
  TaskItem.extend({ content: 'block+' }).configure({
    nested: true,
    // Its own view of an item leaves this out, which the style sheet goes by.
    HTMLAttributes: { ...ownDirection, 'data-type': 'taskItem' },
    a11y: { checkboxLabel: (node) => node.textContent || editorStrings.emptyTask },
  }),
  CodeBlock.extend({
    addAttributes() {
      const { language, ...others } = this.parent?.() ?? {}
      // The style sheet writes it above the code.
      const shown: Attribute = {
        ...language,
        rendered: true,
        renderHTML: ({ language: name }) => ({ 'data-language': name }),
      }
      return { ...others, language: shown, meta: carried(null) }
    },
  }).configure({ enableTabIndentation: false }),
  Table.configure({ resizable: false, View: null, HTMLAttributes: ownDirection }),
  TableRow,
  TableHeader.extend({ content: 'paragraph+', addAttributes: cellAttributes }),
  TableCell.extend({ content: 'paragraph+', addAttributes: cellAttributes }),
]
