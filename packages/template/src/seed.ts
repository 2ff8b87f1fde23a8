import * as Y from 'yjs'
import { emptyText, rootScope, setTemplateSource } from './document.js'
import { newItems } from './items.js'
import type { Template } from './template.js'

/** Every record is seeded by this client, so that seeding twice is seeding once. */
export const seedClient = 1

/**
 * Makes the first update of a record: the template's source, an empty text in every slot, the items the template has.
 * The same template always gives the same bytes.
 * @returns a Yjs update, format v1.
 * @see docs/spec.md S4
 */
export function seedRecord(template: Template): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = seedClient
  doc.transact(() => {
    setTemplateSource(doc, template.source)
    const root = rootScope(doc)
    for (const slot of template.slots.values()) {
      if (slot.group === null) emptyText(root.fragment(slot.key))
    }
    for (const group of template.groups.values()) {
      if (group.level > 1) continue
      for (const [id, item] of newItems(template, group)) root.itemMap(group.id).set(id, item)
    }
  })
  return Y.encodeStateAsUpdate(doc)
}
