import * as Y from 'yjs'
import { itemPath } from './paths.js'

/**
 * The one file that knows how a record lies in its Yjs document.
 *
 * - `record` (map): `template`, the source the record was seeded from; `layout`, this layout's number; `finalNewline`, set
 *   where an imported file ends otherwise than the template.
 * - `slot:NAME` (fragment): a slot's text. Root types merge when two replicas create them, so nothing is created twice.
 * - `ticks` (map): tick id → done; nothing for an untouched tick.
 * - `group:ID` (map): item id → item. An item is a map of `order` (fractional key), `slots` (map: key → fragment),
 *   `ticks` (map) and `groups` (map: group id → map of items). A move writes `order` alone, so it loses nothing.
 * - `unplaced` (array): lines of an imported file that found no place.
 * - `assignees` (map): slot path → the id of the person who is to fill it. It never prints, and no fingerprint covers it.
 *
 * The prose folder keeps a further map, `imported`: what a fragment's text looked like in the file it came from.
 */
export const layoutNumber = 1

const recordMap = (doc: Y.Doc) => doc.getMap<unknown>('record')

/** A place where slots, ticks and groups live: the record itself, or one item of a group. */
export interface Scope {
  /** `''` for the record; else the ids of the groups and items that lead here, stable while items move. */
  readonly path: string
  /** Where the item's group lives; `null` for the record. */
  readonly parent: Scope | null
  /** The item's present position in each group on the way, from 1. */
  readonly indices: readonly number[]
  /** A slot's text; `undefined` where a damaged item lacks it. */
  fragment(key: string): Y.XmlFragment | undefined
  ticks(): Y.Map<unknown> | undefined
  /** The items of a group as they are stored, in no order. */
  itemMap(groupId: string): Y.Map<unknown> | undefined
}

/** The record itself: nothing of it can be missing, for root types are there once they are asked for. */
export interface RootScope extends Scope {
  fragment(key: string): Y.XmlFragment
  ticks(): Y.Map<unknown>
  itemMap(groupId: string): Y.Map<unknown>
}

/** The record itself as a scope. */
export function rootScope(doc: Y.Doc): RootScope {
  return {
    path: '',
    parent: null,
    indices: [],
    fragment: (key) => doc.getXmlFragment(`slot:${key}`),
    ticks: () => doc.getMap('ticks'),
    itemMap: (groupId) => doc.getMap(`group:${groupId}`),
  }
}

/** An item's own slots, ticks and groups. `item` comes from `Scope.itemMap`. */
export function itemScope(parent: Scope, groupId: string, itemId: string, item: Y.Map<unknown>, index: number): Scope {
  const part = (name: string) => asMap(item.get(name))
  return {
    path: itemPath(parent.path, groupId, itemId),
    parent,
    indices: [...parent.indices, index],
    fragment: (key) => {
      const fragment = part('slots')?.get(key)
      return fragment instanceof Y.XmlFragment ? fragment : undefined
    },
    ticks: () => part('ticks'),
    itemMap: (inner) => asMap(part('groups')?.get(inner)),
  }
}

function asMap(value: unknown): Y.Map<unknown> | undefined {
  return value instanceof Y.Map ? value : undefined
}

/** A new item, not yet in a document. */
export function createItem(
  order: string,
  slots: Iterable<string>,
  groups: Iterable<[string, Y.Map<unknown>]>,
): Y.Map<unknown> {
  const item = new Y.Map<unknown>()
  item.set(orderKey, order)
  item.set('slots', new Y.Map([...slots].map((key): [string, Y.XmlFragment] => [key, emptyText(new Y.XmlFragment())])))
  item.set('ticks', new Y.Map())
  item.set('groups', new Y.Map(groups))
  return item
}

/** Where an item keeps its fractional key. */
export const orderKey = 'order'

/** An item's fractional key; `''`, before all others, where a damaged item has none. */
export function itemOrder(item: Y.Map<unknown>): string {
  const order = item.get(orderKey)
  return typeof order === 'string' ? order : ''
}

export function setItemOrder(item: Y.Map<unknown>, order: string): void {
  item.set(orderKey, order)
}

/** Fills an empty fragment with one paragraph of no text, so that two people's first keys go into the same text. */
export function emptyText<F extends Y.XmlFragment>(fragment: F): F {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText()])
  fragment.insert(0, [paragraph])
  return fragment
}

/** The source of the template a record was seeded from; `undefined` in a document that is no record. */
export function templateSource(doc: Y.Doc): string | undefined {
  const source = recordMap(doc).get('template')
  return typeof source === 'string' ? source : undefined
}

export function setTemplateSource(doc: Y.Doc, source: string): void {
  recordMap(doc).set('template', source)
  recordMap(doc).set('layout', layoutNumber)
}

/** Whether the file ends in a line ending; `undefined` for as the template does. */
export function finalNewline(doc: Y.Doc): boolean | undefined {
  const value = recordMap(doc).get('finalNewline')
  return typeof value === 'boolean' ? value : undefined
}

export function setFinalNewline(doc: Y.Doc, value: boolean): void {
  recordMap(doc).set('finalNewline', value)
}

/** A line of an imported file that no part of the template could take. */
export interface Problem {
  /** From 1. */
  line: number
  text: string
  /** A sentence for a person. */
  reason: string
}

/** Lines kept because nothing could be made of them, oldest first. */
export function unplaced(doc: Y.Doc): Y.Array<Problem> {
  return doc.getArray<Problem>('unplaced')
}

/** Who is to fill which slot, by the slot's path; ids come from other replicas, so they may be anything. */
export function assigneeMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('assignees')
}

/** Every shared type a change of the record can touch: what one undo manager for the whole record must watch. */
export function undoScope(
  doc: Y.Doc,
  slots: Iterable<string>,
  groups: Iterable<string>,
): (Y.XmlFragment | Y.Map<unknown> | Y.Array<Problem>)[] {
  return [
    ...[...slots].map((key) => doc.getXmlFragment(`slot:${key}`)),
    ...[...groups].map((id) => doc.getMap(`group:${id}`)),
    doc.getMap('ticks'),
    unplaced(doc),
    assigneeMap(doc),
  ]
}
