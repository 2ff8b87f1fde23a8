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

/** Follows a record for `useOverview`; looks only while somebody listens. */
export function watchOverview(template: Template, doc: Y.Doc): Watch<Overview> {
  let overview = overviewOf(template, doc)
  let said = JSON.stringify(overview)

  function refresh(): boolean {
    const next = overviewOf(template, doc)
    const words = JSON.stringify(next)
    if (words === said) return false
    overview = next
    said = words
    return true
  }

  return {
    get: () => overview,
    subscribe(listener) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const handleUpdate = () => {
        timer ??= setTimeout(() => {
          timer = undefined
          if (refresh()) listener()
        }, followMs)
      }
      doc.on('update', handleUpdate)
      if (refresh()) listener()
      return () => {
        doc.off('update', handleUpdate)
        clearTimeout(timer)
      }
    },
  }
}

function overviewOf(template: Template, doc: Y.Doc): Overview {
  const { filled, total } = completeness(template, doc)
  return { sections: sectionsOf(template, doc), filled, total }
}
