import { assigneeMap, assigneeOf, completeness, slotPath, type Template } from '@colophon/template'
import type * as Y from 'yjs'
import type { Watch } from '../state/watch.js'

/** How much of a record is one person's to fill, each slot once. */
export interface MineCount {
  readonly total: number
  /** How many of them say nothing yet. */
  readonly left: number
}

/**
 * Follows what is `me`'s. The same object until it says something else.
 * @param overview - tells when slots were filled or emptied, at its own distance.
 */
export function watchMine(overview: Watch<unknown>, template: Template, doc: Y.Doc, me: string): Watch<MineCount> {
  let count: MineCount = { total: 0, left: 0 }

  function refresh(): boolean {
    const next = countMine(template, doc, me)
    if (next.total === count.total && next.left === count.left) return false
    count = next
    return true
  }

  return {
    get: () => count,
    subscribe(listener) {
      const handleChange = () => {
        if (refresh()) listener()
      }
      const owners = assigneeMap(doc)
      owners.observe(handleChange)
      const stop = overview.subscribe(handleChange)
      handleChange()
      return () => {
        owners.unobserve(handleChange)
        stop()
      }
    },
  }
}

function countMine(template: Template, doc: Y.Doc, me: string): MineCount {
  const isMine = (path: string) => assigneeOf(doc, path) === me
  // In most records nothing is anybody's, and then nothing needs to be counted.
  if (![...assigneeMap(doc).keys()].some(isMine)) return { total: 0, left: 0 }
  const own = completeness(template, doc).slots.filter(({ slot, scope }) => isMine(slotPath(scope.path, slot.key)))
  return { total: own.length, left: own.filter(({ filled }) => !filled).length }
}
