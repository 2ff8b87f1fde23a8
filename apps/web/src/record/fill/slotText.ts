import type { SlotForm } from '@colophon/template'
import type { Editor } from '@tiptap/core'

/** Prose is helped while it has not begun; of a long one nothing needs to be read, with each key, to know that it has. */
const mostProseSize = 80
/** Stands for what is no text, so that nobody takes a picture for an empty slot. */
const something = '\ufffc'

/** What an editor holds, as far as help goes by it: the words of a line, and of prose how it begins. */
export function slotText({ state, isEmpty }: Pick<Editor, 'state' | 'isEmpty'>, form: SlotForm): string {
  if (isEmpty) return ''
  const { doc } = state
  const size = form === 'prose' ? Math.min(doc.content.size, mostProseSize) : doc.content.size
  return doc.textBetween(0, size, ' ', something) || something
}
