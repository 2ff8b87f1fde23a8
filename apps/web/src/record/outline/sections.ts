import { isFilled, slotPath, type Template, walkRecord, wordsOf } from '@colophon/template'
import type * as Y from 'yjs'
import { sectionId } from './sectionId.js'

/** A heading and what stands under it, up to the next heading. */
export interface Section {
  /** The `id` of the heading's element. */
  readonly id: string
  /** 1–6. */
  readonly depth: number
  readonly text: string
  /** How many of its slots say something, each once. */
  readonly filled: number
  readonly total: number
  /** Its slots, each once. */
  readonly paths: readonly string[]
}

/** The sections of a record as its page shows them. What stands before the first heading belongs to it. */
export function sectionsOf(template: Template, doc: Y.Doc): Section[] {
  const found: Draft[] = []
  const before: Draft = { id: '', depth: 0, text: '', slots: new Map() }
  for (const sight of walkRecord(template, doc)) {
    if (sight.kind === 'heading') {
      const { heading, place } = sight
      const { scope } = place
      const id = sectionId(scope.path, heading.id)
      found.push({ id, depth: heading.depth, text: wordsOf(heading.children, scope), slots: new Map() })
    } else if (sight.kind === 'slot') {
      const { slot, scope, fragment, placeholder } = sight.placed
      const { slots } = found.at(-1) ?? before
      slots.set(slotPath(scope.path, slot.key), isFilled(slot, fragment, placeholder))
    }
  }
  const [first] = found
  if (first !== undefined) first.slots = new Map([...before.slots, ...first.slots])
  return found.map(({ slots, ...section }) => ({
    ...section,
    filled: [...slots.values()].filter(Boolean).length,
    total: slots.size,
    paths: [...slots.keys()],
  }))
}

interface Draft {
  id: string
  depth: number
  text: string
  /** Path → whether it is filled. */
  slots: Map<string, boolean>
}
