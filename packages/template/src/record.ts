import type { Context } from './outline.js'

/** How a value was written in one kind of place. */
export interface Source {
  readonly kind: Context['kind']
  readonly source: string
}

/** What a filled form holds: of the record itself, and the same of each item of its groups. */
export interface Values {
  /**
   * By the slot's key. Markdown for prose and for text with marks, characters for plain text. Empty slots are left out.
   */
  slots: Record<string, string>
  /** By the tick's id; only those that are not as the template has them. */
  ticks: Record<string, boolean>
  /** By the group's id, in the order of the file. A group that is left out keeps its items. */
  groups: Record<string, Values[]>
  /** How a file wrote the values of text slots, for printing them alike again. */
  sources: Record<string, Source[]>
  /** Of the record itself: whether the file ends in a line ending, where the template does otherwise. */
  finalNewline?: boolean
}

export function emptyValues(): Values {
  return { slots: {}, ticks: {}, groups: {}, sources: {} }
}
