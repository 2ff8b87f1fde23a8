import type { LayoutBlock } from './layout.js'
import type { Group, Outline, SignoffLine, Slot } from './outline.js'

/** A parsed template: what it holds, where it repeats, and how it reads as a page. */
export interface Template {
  /** Exactly what was parsed. */
  readonly source: string
  /** The words of the first heading that are not slots: `Implementation Record`. */
  readonly name: string
  /** A byte order mark, or nothing. */
  readonly bom: string
  readonly newline: string
  readonly outline: Outline
  readonly layout: readonly LayoutBlock[]
  /** By key. Sign-off slots are not among them. */
  readonly slots: ReadonlyMap<string, Slot>
  readonly groups: ReadonlyMap<string, Group>
  readonly signoffs: readonly SignoffLine[]
  /** The slot that names the record: the first text slot of the first heading. */
  readonly titleSlot: string | null
}
