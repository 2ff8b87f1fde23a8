import type * as Y from 'yjs'
import { cleanLine } from './clean.js'
import type { Slot } from './outline.js'
import { isEmptyProse } from './prose/fragment.js'
import { inlineNodes, plainText, trustedLine } from './prose/line.js'
import type { ProseNode } from './prose/schema.js'

/** What stands in a text slot: nothing, characters, or characters with marks, code and links. */
export type TextValue =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'inline'; readonly nodes: readonly ProseNode[]; readonly text: string }

/** Whether a slot holds anything. It parses nothing, so that a page can ask as often as it likes. */
export function isFilled(slot: Slot, fragment: Y.XmlFragment | undefined, placeholder: string): boolean {
  if (slot.form === 'prose') return fragment !== undefined && !isEmptyProse(fragment)
  return trustedValue(slot, fragment, placeholder) !== null
}

/** Reads a text slot as `textValue` does, and parses nothing: what is kept as Markdown is taken for what it says it is. */
export function trustedValue(slot: Slot, fragment: Y.XmlFragment | undefined, placeholder: string): TextValue | null {
  return valueIn(slot, fragment, placeholder, trustedLine)
}

/**
 * Reads a text slot.
 * @param normal brings its line into the form that counts.
 * @returns `null` for an empty slot, and for one that holds nothing but its own placeholder.
 */
export function valueIn(
  slot: Slot,
  fragment: Y.XmlFragment | undefined,
  placeholder: string,
  normal: (nodes: readonly ProseNode[]) => readonly ProseNode[],
): TextValue | null {
  if (fragment === undefined) return null
  const nodes = normal(inlineNodes(fragment))
  const text = cleanLine(plainText(nodes))
  const isEmpty = text === '' && (slot.form === 'plain' || nodes.every((node) => node.type === 'text'))
  if (isEmpty) return null
  if (text === placeholder) return null
  return slot.form === 'inline' ? { kind: 'inline', nodes, text } : { kind: 'plain', text }
}
