import type * as Y from 'yjs'
import { rootScope, type Scope, setFinalNewline } from './document.js'
import { addItem, itemsOf, removeItem } from './items.js'
import { remember } from './memory.js'
import type { Slot } from './outline.js'
import { parseInline, writeInline } from './prose/inline.js'
import { markdownToProse } from './prose/markdown.js'
import type { Source, Values } from './record.js'
import type { Template } from './template.js'
import { setTicked } from './ticked.js'

/**
 * Writes values, as `readRecord` gives them, into a record; slots they do not name are left as they are.
 * One transaction.
 */
export function fillRecord(template: Template, doc: Y.Doc, values: Partial<Values>): void {
  doc.transact(() => {
    fillScope(template, rootScope(doc), values)
    if (values.finalNewline !== undefined) setFinalNewline(doc, values.finalNewline)
  })
}

function fillScope(template: Template, scope: Scope, values: Partial<Values>): void {
  for (const [id, items] of Object.entries(values.groups ?? {})) {
    const group = template.groups.get(id)
    if (group === undefined) continue
    for (const surplus of itemsOf(scope, id).slice(items.length)) removeItem(scope, id, surplus.id)
    for (const _ of items.slice(itemsOf(scope, id).length)) addItem(template, scope, group)
    for (const [i, item] of itemsOf(scope, id).entries()) fillScope(template, item.scope, { ...items[i] })
  }
  for (const [key, text] of Object.entries(values.slots ?? {})) {
    const slot = template.slots.get(key)
    const fragment = scope.fragment(key)
    if (slot !== undefined && fragment !== undefined) fillSlot(slot, fragment, text, values.sources?.[key] ?? [])
  }
  for (const [id, done] of Object.entries(values.ticks ?? {})) setTicked(scope, id, done)
}

function fillSlot({ form }: Slot, fragment: Y.XmlFragment, text: string, sources: readonly Source[]): void {
  if (form === 'prose') {
    markdownToProse(text, fragment)
    return
  }
  writeInline(form === 'inline' ? parseInline(text) : [{ type: 'text', text }], fragment)
  if (sources.length > 0) remember(fragment, sources)
}
