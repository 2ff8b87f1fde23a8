import {
  isFilled,
  itemsOf,
  type LayoutBlock,
  type LayoutInline,
  type LayoutListItem,
  placeSlot,
  rootScope,
  type Scope,
  type Slot,
  type Template,
} from '@colophon/template'
import type * as Y from 'yjs'
import { slotPath } from '../session/places.js'
import { plainText } from '../state/fragments.js'

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

/** The `id` of a heading's element; the same while items move. */
export const sectionId = (scopePath: string, headingId: string) =>
  `section${scopePath.replaceAll('/', '-')}-${headingId}`

/** The sections of a record as its page shows them. What stands before the first heading belongs to it. */
export function sectionsOf(template: Template, doc: Y.Doc): Section[] {
  const found: Draft[] = []
  const before: Draft = { id: '', depth: 0, text: '', slots: new Map() }
  const root = rootScope(doc)
  const current = () => found.at(-1) ?? before
  const meet = (slot: Slot, at: readonly number[] | null, scope: Scope) => {
    const placed = placeSlot(slot, scope, at)
    if (placed.scope === undefined) return
    const path = slotPath(placed.scope.path, slot.key)
    current().slots.set(path, isFilled(slot, placed.fragment, placed.placeholder))
  }

  function walkInlines(nodes: readonly LayoutInline[], scope: Scope): void {
    for (const node of nodes) {
      if (node.type === 'slot') meet(node.slot, node.at, scope)
      if ('children' in node) walkInlines(node.children, scope)
      if (node.type === 'link') walkInlines(node.target, scope)
    }
  }

  function walk(blocks: readonly (LayoutBlock | LayoutListItem)[], scope: Scope): void {
    for (const block of blocks) {
      switch (block.type) {
        case 'heading': {
          const id = sectionId(scope.path, block.id)
          found.push({ id, depth: block.depth, text: wordsOf(block.children, scope), slots: new Map() })
          walkInlines(block.children, scope)
          break
        }
        case 'group':
          for (const item of itemsOf(scope, block.id)) walk(block.children, item.scope)
          break
        case 'prose':
          meet(block.slot, null, scope)
          break
        case 'paragraph':
        case 'code':
        case 'html':
          walkInlines(block.children, scope)
          break
        case 'list':
        case 'listItem':
        case 'quote':
          walk(block.children, scope)
          break
        case 'table':
          for (const row of block.rows) for (const cell of row) walkInlines(cell, scope)
          break
        case 'frontMatter':
          for (const field of block.fields) walkInlines(field.children, scope)
          break
        case 'rule':
          break
        default:
          block satisfies never
      }
    }
  }

  walk(template.layout, root)
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

/** A heading in words; an empty slot is named. */
function wordsOf(nodes: readonly LayoutInline[], scope: Scope): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
        case 'status':
          return node.value
        case 'slot': {
          const { fragment } = placeSlot(node.slot, scope, node.at)
          const words = fragment === undefined ? '' : plainText(fragment)
          return words === '' ? `[${node.slot.label}]` : words
        }
        case 'index':
          return String(scope.indices[node.level - 1] ?? '')
        case 'break':
          return ' '
        case 'tick':
        case 'signoff':
          return ''
        default:
          return wordsOf(node.children, scope)
      }
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}
