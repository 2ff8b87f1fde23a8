import type * as Y from 'yjs'
import type { Scope } from './document.js'
import { itemNames } from './itemNames.js'
import { groupPath, slotPath, tickPath } from './paths.js'
import { isEmptyProse } from './prose/fragment.js'
import { inlineToMarkdown } from './prose/inline.js'
import { proseToMarkdown } from './prose/markdown.js'
import { type PlacedSlot, placeSlot } from './resolve.js'
import type { Template } from './template.js'
import { ticked } from './ticked.js'
import { textValue } from './values.js'
import { type Place, type Sight, walkRecord } from './walk.js'
import { wordsOf } from './words.js'

/** What people can change in one place of a record, as plain data that outlives the document. */
export type SlotText = HeldText | HeldTick | HeldItem

interface Held {
  /** Of a slot `/g1:2/g1.1:1@KEY`, of an item `/g1:2`: the same while items move. */
  readonly path: string
  /** What it is called: `Lead developer`; a tick as its line, an item as `Phase 2`. */
  readonly label: string
  /** Where it stands: `Phase 2, Task 1`, or the heading above it; `''` before the record's first section. */
  readonly where: string
}

export interface HeldText extends Held {
  readonly kind: 'slot'
  /** Markdown, or characters where the slot takes no marks; `''` for an empty slot. */
  readonly text: string
}

export interface HeldTick extends Held {
  readonly kind: 'tick'
  readonly done: boolean
}

/** Stands where its item begins, so that the items of a group are in the order they print. */
export interface HeldItem extends Held {
  readonly kind: 'item'
  /** The path of its group. */
  readonly group: string
  /** From 1. */
  readonly number: number
  /** The first of its texts that says something, which people know it by; `''` for none. */
  readonly title: string
}

/**
 * Lists what a record holds of what its people can change and what prints: texts, ticks and items, each once, in the
 * order of the page. A slot that holds nothing but its own placeholder is empty: it prints the same.
 * @see docs/spec.md G3
 */
export function slotTexts(template: Template, doc: Y.Doc): SlotText[] {
  const held = new Map<string, SlotText>()
  let section = ''
  for (const sight of walkRecord(template, doc)) {
    if (sight.kind === 'heading') {
      const { heading, place } = sight
      // The title of the whole record says nothing about where in it something is.
      if (place.group === null) section = heading.depth === 1 ? '' : wordsOf(heading.children, place.scope)
    } else {
      const one = heldAt(template, sight, section)
      const key = heldKey(one)
      const isElsewhere = sight.kind === 'slot' && sight.isElsewhere
      if (!isElsewhere && !held.has(key)) held.set(key, one)
    }
  }
  return [...held.values()]
}

/** What tells two things of one state apart. */
export const heldKey = ({ kind, path }: Pick<SlotText, 'kind' | 'path'>) => `${kind} ${path}`

function heldAt(template: Template, sight: Exclude<Sight, { kind: 'heading' }>, section: string): SlotText {
  const whereOf = ({ scope, group }: Place) => itemNames(template, scope, group).join(', ') || section
  switch (sight.kind) {
    case 'slot': {
      const { slot, scope } = sight.placed
      const where = whereOf({ scope, group: slot.group })
      return {
        kind: 'slot',
        path: slotPath(scope.path, slot.key),
        label: slot.label,
        where,
        text: textOf(sight.placed),
      }
    }
    case 'tick': {
      const { tick, line, place } = sight
      const { scope } = place
      const label = wordsOf(line, scope)
      const where = whereOf(place)
      return { kind: 'tick', path: tickPath(scope.path, tick.id), label, where, done: ticked(scope, tick) }
    }
    case 'item': {
      const { group, item, number, place } = sight
      const label = `${group.label} ${number}`
      const title = titleOf(template, item.scope, group.id)
      const { path } = item.scope
      const inGroup = groupPath(place.scope.path, group.id)
      return { kind: 'item', path, label, where: whereOf(place), group: inGroup, number, title }
    }
  }
}

/** What a slot prints by itself, as far as what is around it has no say in it. */
function textOf({ slot, fragment, placeholder }: PlacedSlot): string {
  if (fragment === undefined) return ''
  if (slot.form === 'prose') {
    const text = isEmptyProse(fragment) ? '' : proseToMarkdown(fragment)
    return text === placeholder ? '' : text
  }
  const value = textValue(slot, fragment, placeholder)
  return value?.kind === 'inline' ? inlineToMarkdown(value.nodes) : (value?.text ?? '')
}

function titleOf({ slots }: Template, scope: Scope, group: string): string {
  for (const slot of slots.values()) {
    if (slot.group !== group || slot.form === 'prose') continue
    const { fragment, placeholder } = placeSlot(slot, scope, null)
    const value = textValue(slot, fragment, placeholder)
    if (value !== null && value.text !== '') return value.text
  }
  return ''
}
