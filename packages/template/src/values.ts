import type * as Y from 'yjs'
import { type TextValue, valueIn } from './filled.js'
import type { Slot } from './outline.js'
import { normalLine } from './prose/inline.js'

/**
 * Reads a text slot as it prints.
 * @returns `null` for an empty slot, and for one that holds nothing but its own placeholder.
 */
export function textValue(slot: Slot, fragment: Y.XmlFragment | undefined, placeholder: string): TextValue | null {
  return valueIn(slot, fragment, placeholder, normalLine)
}
