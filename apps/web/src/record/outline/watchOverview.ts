import { completeness, type Template } from '@colophon/template'
import type * as Y from 'yjs'
import type { Watch } from '../state/watch.js'

/** These follow the writing at a distance: once it rests for so long. */
const restMs = 300
/** They are no older than this where it never rests. */
const oldestMs = 2_000

export interface Overview {
  readonly filled: number
  /** Of the whole record, each slot once. */
  readonly total: number
}

/** How much of a record is filled; for `useOverview`. */
export function watchOverview(template: Template, doc: Y.Doc): Watch<Overview> {
  return watchAfar(doc, () => {
    const { filled, total } = completeness(template, doc)
    return { filled, total }
  })
}

/**
 * Follows what can be read of a record; reads only while somebody listens, once for all who do, when it
 * rests from being written in, and now and then where it does not.
 * @param read - gives plain data. What `get` gives is the same until that says something else.
 */
export function watchAfar<T>(doc: Y.Doc, read: () => T): Watch<T> {
  const listeners = new Set<() => void>()
  let present = read()
  let said = JSON.stringify(present)
  let timer: ReturnType<typeof setTimeout> | undefined
  let due = Number.POSITIVE_INFINITY

  function refresh(): void {
    const next = read()
    const words = JSON.stringify(next)
    if (words === said) return
    present = next
    said = words
    for (const listener of listeners) listener()
  }

  const handleUpdate = () => {
    const now = performance.now()
    due = Math.min(due, now + oldestMs)
    clearTimeout(timer)
    timer = setTimeout(
      () => {
        due = Number.POSITIVE_INFINITY
        refresh()
      },
      Math.min(restMs, due - now),
    )
  }

  return {
    get: () => present,
    subscribe(listener) {
      listeners.add(listener)
      if (listeners.size === 1) {
        doc.on('update', handleUpdate)
        refresh()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        doc.off('update', handleUpdate)
        clearTimeout(timer)
        due = Number.POSITIVE_INFINITY
      }
    },
  }
}
