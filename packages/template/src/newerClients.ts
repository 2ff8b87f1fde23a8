import * as Y from 'yjs'
import { orderKey } from './document.js'
import { slotPath, tickPath } from './paths.js'
import { addSetters, addWriters, type StateVector } from './structs.js'
import type { Template } from './template.js'
import { type Sight, walkRecord } from './walk.js'

/**
 * Says under which client ids the texts, ticks and items of a record got what they hold and did not hold at a moment.
 *
 * Who took something out is not known: a deletion leaves no author in Yjs, and what was written and then deleted again
 * counts for nobody. So a slot that only lost text, and an item that is gone, have no entry. An undo is a change by
 * whoever undid.
 * @param since the state vector of that moment, as Yjs encodes it.
 * @returns by the paths of `slotTexts`, in the order of the page; client ids rise. Items: who added, moved or brought
 *   them back, not who wrote in them.
 * @throws Error from Yjs where `since` is no state vector.
 */
export function newerClients(
  template: Template,
  doc: Y.Doc,
  since: Uint8Array,
): ReadonlyMap<string, readonly number[]> {
  const known = Y.decodeStateVector(since)
  const clients = new Map<string, readonly number[]>()
  for (const sight of walkRecord(template, doc)) {
    if (sight.kind === 'heading' || (sight.kind === 'slot' && sight.isElsewhere)) continue
    const { path, found } = writersOf(sight, known)
    if (found.size > 0)
      clients.set(
        path,
        [...found].sort((a, b) => a - b),
      )
  }
  return clients
}

function writersOf(
  sight: Exclude<Sight, { kind: 'heading' }>,
  since: StateVector,
): { path: string; found: Set<number> } {
  const found = new Set<number>()
  switch (sight.kind) {
    case 'slot': {
      const { slot, scope, fragment } = sight.placed
      if (fragment !== undefined) addWriters(found, fragment, since)
      return { path: slotPath(scope.path, slot.key), found }
    }
    case 'tick': {
      const { tick, place } = sight
      addSetters(found, place.scope.ticks(), [tick.id], since)
      return { path: tickPath(place.scope.path, tick.id), found }
    }
    case 'item': {
      const { group, item, place } = sight
      addSetters(found, place.scope.itemMap(group.id), [item.id, orderKey], since)
      return { path: item.scope.path, found }
    }
  }
}
