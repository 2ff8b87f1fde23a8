import type * as Y from 'yjs'
import { rootScope } from './document.js'
import { parseTemplate } from './parse.js'
import { writeInline } from './prose/inline.js'
import { findFragment, sourceOf } from './recordParts.js'
import { placeSlot } from './resolve.js'
import type { Template } from './template.js'
import { textValue } from './values.js'

const parsed = new Map<string, Template>()
/** Templates are few and large; a handful parsed is what one process works with at a time. */
const keptTemplates = 16

/**
 * The template a record was made from, which its document carries.
 * @throws TemplateMismatch where the document is no record.
 */
export function recordTemplate(doc: Y.Doc): Template {
  const source = sourceOf(doc)
  const template = parsed.get(source) ?? parseTemplate(source)
  parsed.delete(source)
  parsed.set(source, template)
  for (const oldest of [...parsed.keys()].slice(0, -keptTemplates)) parsed.delete(oldest)
  return template
}

/**
 * Finds a slot's text by the name it prints as: `FEATURE_NAME`, or `P1_TASK_2` for the second task of the first phase.
 * @throws RangeError where the record has no such slot.
 */
export function slotFragment(doc: Y.Doc, name: string): Y.XmlFragment {
  return findFragment(recordTemplate(doc), doc, name)
}

/** The text of the slot that names the record; `''` while it is empty, or where the template has none. */
export function recordTitle(template: Template, doc: Y.Doc): string {
  const slot = template.slots.get(template.titleSlot ?? '')
  if (slot === undefined) return ''
  const { fragment, placeholder } = placeSlot(slot, rootScope(doc), null)
  return textValue(slot, fragment, placeholder)?.text ?? ''
}

/** Names the record, if its template has a slot for that. */
export function fillTitle(template: Template, doc: Y.Doc, title: string): void {
  if (template.titleSlot === null) return
  const fragment = rootScope(doc).fragment(template.titleSlot)
  doc.transact(() => writeInline([{ type: 'text', text: title }], fragment))
}
