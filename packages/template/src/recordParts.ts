import type * as Y from 'yjs'
import { rootScope, templateSource } from './document.js'
import { TemplateMismatch } from './errors.js'
import { matchKey } from './keys.js'
import { placeSlot } from './resolve.js'
import type { Template } from './template.js'

/**
 * The source of the template a record was made from, which its document carries.
 * @throws TemplateMismatch where the document is no record.
 */
export function sourceOf(doc: Y.Doc): string {
  const source = templateSource(doc)
  if (source !== undefined) return source
  throw new TemplateMismatch('This document holds no record: nothing says which template it was made from.')
}

/**
 * Finds a slot's text as `slotFragment` does, for whoever has the template already.
 * @throws RangeError where the record has no such slot.
 */
export function findFragment(template: Template, doc: Y.Doc, name: string): Y.XmlFragment {
  const root = rootScope(doc)
  for (const slot of template.slots.values()) {
    const at = slot.key === name ? [] : matchKey(slot.key, name)
    if (at === null) continue
    const { fragment } = placeSlot(slot, root, at)
    if (fragment !== undefined) return fragment
  }
  throw new RangeError(`The record has no slot {{${name}}}.`)
}
