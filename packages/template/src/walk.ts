import type * as Y from 'yjs'
import { rootScope, type Scope } from './document.js'
import { type Item, itemsOf } from './items.js'
import type { LayoutBlock, LayoutGroup, LayoutInline, LayoutListItem } from './layout.js'
import { type PlacedSlot, placeSlot } from './resolve.js'
import type { Template } from './template.js'

/** Something of a record that whoever reads its page from top to bottom comes by. */
export type Sight =
  | { readonly kind: 'heading'; readonly heading: Heading; readonly place: Place }
  /** Every occurrence of a slot, but for those of items that are not there. `isElsewhere`: outside of the item it is of. */
  | { readonly kind: 'slot'; readonly placed: StandingSlot; readonly isElsewhere: boolean }
  /** `line`: all that stands in its line. */
  | { readonly kind: 'tick'; readonly tick: Tick; readonly line: readonly LayoutInline[]; readonly place: Place }
  /** The beginning of an item, `number` from 1. `place`: where its group lives. */
  | {
      readonly kind: 'item'
      readonly group: LayoutGroup
      readonly item: Item
      readonly number: number
      readonly place: Place
    }

/** The record, or an item and the id of its group. */
export interface Place {
  readonly scope: Scope
  readonly group: string | null
}

/** A slot that has somewhere to be. */
export type StandingSlot = PlacedSlot & { readonly scope: Scope }
export type Heading = Extract<LayoutBlock, { readonly type: 'heading' }>
export type Tick = Extract<LayoutInline, { readonly type: 'tick' }>

/** Walks a record as its page shows it, items of groups in their present order. */
export function walkRecord(template: Template, doc: Y.Doc): Iterable<Sight> {
  return walkBlocks(template.layout, { scope: rootScope(doc), group: null })
}

function* walkBlocks(blocks: readonly (LayoutBlock | LayoutListItem)[], place: Place): Iterable<Sight> {
  for (const block of blocks) yield* walkBlock(block, place)
}

function* walkBlock(block: LayoutBlock | LayoutListItem, place: Place): Iterable<Sight> {
  switch (block.type) {
    case 'heading':
      yield { kind: 'heading', heading: block, place }
      yield* walkLine(block.children, block.children, place)
      return
    case 'group':
      for (const [i, item] of itemsOf(place.scope, block.id).entries()) {
        yield { kind: 'item', group: block, item, number: i + 1, place }
        yield* walkBlocks(block.children, { scope: item.scope, group: block.id })
      }
      return
    case 'prose':
      yield* standing(placeSlot(block.slot, place.scope, null), false)
      return
    case 'paragraph':
    case 'code':
    case 'html':
      yield* walkLine(block.children, block.children, place)
      return
    case 'list':
    case 'listItem':
    case 'quote':
      yield* walkBlocks(block.children, place)
      return
    case 'table':
      for (const cell of block.rows.flat()) yield* walkLine(cell, cell, place)
      return
    case 'frontMatter':
      for (const { children } of block.fields) yield* walkLine(children, children, place)
      return
    case 'rule':
      return
  }
}

function* walkLine(nodes: readonly LayoutInline[], line: readonly LayoutInline[], place: Place): Iterable<Sight> {
  for (const node of nodes) {
    if (node.type === 'slot') yield* standing(placeSlot(node.slot, place.scope, node.at), node.at !== null)
    if (node.type === 'tick') yield { kind: 'tick', tick: node, line, place }
    if ('children' in node) yield* walkLine(node.children, line, place)
    if (node.type === 'link') yield* walkLine(node.target, line, place)
  }
}

function* standing({ scope, ...placed }: PlacedSlot, isElsewhere: boolean): Iterable<Sight> {
  if (scope !== undefined) yield { kind: 'slot', placed: { ...placed, scope }, isElsewhere }
}
