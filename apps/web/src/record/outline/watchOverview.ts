import { completeness, type Template } from '@colophon/template'
import type * as Y from 'yjs'
import type { Watch } from '../state/watch.js'
import { type Section, sectionsOf } from './sections.js'

/** The outline follows the writing at a distance; nobody reads it letter by letter. */
const followMs = 300

export interface Overview {
  readonly sections: readonly Section[]
  /** Of the whole record, each slot once. */
  readonly filled: number
  readonly total: number
}

/** Follows a record for `useOverview`; looks only while somebody listens, once for all who do. */
export function watchOverview(template: Template, doc: Y.Doc): Watch<Overview> {
  const listeners = new Set<() => void>()
  let overview = overviewOf(template, doc)
  let said = JSON.stringify(overview)
  let timer: ReturnType<typeof setTimeout> | undefined

  function refresh(): void {
    const next = overviewOf(template, doc)
    const words = JSON.stringify(next)
    if (words === said) return
    overview = next
    said = words
    for (const listener of listeners) listener()
  }

  const handleUpdate = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      refresh()
    }, followMs)
  }

  return {
    get: () => overview,
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
        timer = undefined
      }
    },
  }
}

function overviewOf(template: Template, doc: Y.Doc): Overview {
  const { filled, total } = completeness(template, doc)
  return { sections: sectionsOf(template, doc), filled, total }
}
