import type * as Y from 'yjs'
import { cleanLine } from './clean.js'
import type { Slot } from './outline.js'
import { isEmptyProse } from './prose/fragment.js'
import { inlineNodes, normalLine, plainText } from './prose/inline.js'
import type { ProseNode } from './prose/schema.js'

/** What stands in a text slot: nothing, characters, or characters with marks, code and links. */
export type TextValue =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'inline'; readonly nodes: readonly ProseNode[]; readonly text: string }

/**
 * Reads a text slot.
 * @returns `null` for an empty slot, and for one that holds nothing but its own placeholder.
 */
export function textValue(slot: Slot, fragment: Y.XmlFragment | undefined, placeholder: string): TextValue | null {
  if (fragment === undefined) return null
  const nodes = normalLine(inlineNodes(fragment))
  const text = cleanLine(plainText(nodes))
  const isEmpty = text === '' && (slot.form === 'plain' || nodes.every((node) => node.type === 'text'))
  if (isEmpty) return null
  if (text === placeholder) return null
  return slot.form === 'inline' ? { kind: 'inline', nodes, text } : { kind: 'plain', text }
}

/** Whether a slot holds anything. */
export function isFilled(slot: Slot, fragment: Y.XmlFragment | undefined, placeholder: string): boolean {
  if (slot.form === 'prose') return fragment !== undefined && !isEmptyProse(fragment)
  return textValue(slot, fragment, placeholder) !== null
}
