import type { SlotForm } from '@colophon/template'
import type { Extensions } from '@tiptap/core'
import { Document } from '@tiptap/extension-document'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { Placeholder } from '@tiptap/extensions/placeholder'
import { LineBreak, LineDocument, LineParagraph, oneLine } from './line.js'
import { bareMarks, marks } from './marks.js'
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
      return [...lineSchema, ...marks, oneLine(ways), ...always]
    case 'plain':
      return [...lineSchema, ...bareMarks, oneLine(ways), ...always]
    default:
      return form satisfies never
  }
}

/** The nodes and marks of a prose slot; their names and attributes are those of the template engine's prose schema. */
export function proseSchema(onEdit: EditSource | null): Extensions {
  return [
    Document,
    Paragraph,
    Text,
    ...marks,
    ...blockNodes,
    MarkdownBlock.configure({ onEdit }),
    MarkdownInline,
    Image,
    SoftBreaks,
  ]
}

const lineSchema: Extensions = [LineDocument, LineParagraph, Text, LineBreak, MarkdownInline, Image]
