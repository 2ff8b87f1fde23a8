import type * as Y from 'yjs'
import { assigneeMap } from './document.js'

/**
 * Who is to fill which slot: slot path → the id of a person, who need not be known here. It is a word among colleagues:
 * it never prints and no fingerprint covers it. An item that is gone leaves its entries behind, for an undo brings it back.
 */
export function assigneesOf(doc: Y.Doc): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  assigneeMap(doc).forEach((value, path) => {
    if (isId(value)) found.set(path, value)
  })
  return found
}

/** Whose a slot is, by its path; `undefined` for nobody's. */
export function assigneeOf(doc: Y.Doc, path: string): string | undefined {
  const value = assigneeMap(doc).get(path)
  return isId(value) ? value : undefined
}

/**
 * Gives slots to somebody, in one transaction; with `null` they are nobody's again. What is so already is not written, so
 * that nobody's undo takes back what somebody else did as well.
 * @param paths of slots, as `slotPath` gives them.
 */
export function assign(doc: Y.Doc, paths: readonly string[], personId: string | null): void {
  const map = assigneeMap(doc)
  doc.transact(() => {
    for (const path of paths) {
      if (personId === null) {
        if (map.has(path)) map.delete(path)
      } else if (map.get(path) !== personId) map.set(path, personId)
    }
  })
}

const isId = (value: unknown): value is string => typeof value === 'string' && value !== ''
