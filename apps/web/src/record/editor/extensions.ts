import type { SlotForm } from '@colophon/template'
import type { Extensions } from '@tiptap/core'
import { Placeholder } from '@tiptap/extensions'
import { StarterKit } from '@tiptap/starter-kit'
import { LineBreak, LineDocument, LineParagraph, oneLine } from './line.js'
import { bareMarks, RecordCode, RecordLink } from './marks.js'
import { blockNodes } from './nodes.js'
import { type EditSource, Image, MarkdownBlock, MarkdownInline } from './opaque.js'
import { SoftBreaks } from './softBreaks.js'
import { type Ways, walk } from './walk.js'

export interface SlotExtensionsOptions {
  form: SlotForm
  /** Shown where nothing is written. */
  gap: string
  ways: Ways
  onEditSource: EditSource
}

/** What the editor of a slot can hold and do, without what binds it to its record. */
export function slotExtensions({ form, gap, ways, onEditSource }: SlotExtensionsOptions): Extensions {
  const placeholder = Placeholder.configure({ placeholder: gap, showOnlyCurrent: false, showOnlyWhenEditable: false })
  const always = [placeholder, walk(ways)]
  switch (form) {
    case 'prose':
      return [...proseSchema(onEditSource), ...always]
    case 'inline':
      return [
        ...lineSchema,
        StarterKit.configure({ ...marksOnly, ...markOptions }),
        RecordCode,
        RecordLink,
        oneLine(ways),
        ...always,
      ]
    case 'plain':
      return [...lineSchema, StarterKit.configure({ ...marksOnly, ...noMarks }), ...bareMarks, oneLine(ways), ...always]
    default:
      return form satisfies never
  }
}

/** The nodes and marks of a prose slot; their names and attributes are those of the template engine's prose schema. */
export function proseSchema(onEdit: EditSource | null): Extensions {
  return [
    StarterKit.configure({ ...ownHistory, ...ownNodes, ...markOptions, heading: { levels: [1, 2, 3, 4, 5, 6] } }),
    RecordCode,
    RecordLink,
    ...blockNodes,
    MarkdownBlock.configure({ onEdit }),
    MarkdownInline,
    Image,
    SoftBreaks,
  ]
}

/** Undo is the record's; a paragraph that nobody wrote is never added at the end. */
const ownHistory = { undoRedo: false, trailingNode: false, underline: false } as const
const ownNodes = { bulletList: false, orderedList: false, listItem: false, codeBlock: false } as const
/** Made by extensions of this folder. */
const markOptions = { code: false, link: false } as const
const noMarks = { bold: false, italic: false, strike: false, code: false, link: false } as const
const marksOnly = {
  ...ownHistory,
  ...ownNodes,
  document: false,
  paragraph: false,
  blockquote: false,
  heading: false,
  horizontalRule: false,
  hardBreak: false,
  dropcursor: false,
  gapcursor: false,
  listKeymap: false,
} as const

const lineSchema: Extensions = [LineDocument, LineParagraph, LineBreak, MarkdownInline, Image]
