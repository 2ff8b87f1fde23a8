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

const isId = (value: unknown): value is string => typeof value === 'string' && value !== ''
