import type * as Y from 'yjs'
import { assigneeMap } from './document.js'

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
