import { generateNKeysBetween } from 'fractional-indexing'
import * as random from 'lib0/random'
import * as Y from 'yjs'
import { createItem, itemOrder, itemScope, type Scope, setItemOrder } from './document.js'
import type { Group } from './outline.js'
import type { Template } from './template.js'

/** One item of a group: its id, stable while it moves, and its scope. */
export interface Item {
  readonly id: string
  readonly scope: Scope
}

/** The items of a group in the order they print, each with its present index. */
export function itemsOf(scope: Scope, groupId: string): Item[] {
  return ordered(scope, groupId).map(({ id, map }, i) => ({ id, scope: itemScope(scope, groupId, id, map, i + 1) }))
}

/**
 * Adds an untouched item so that it becomes number `at` (from 0; the end when left out).
 * @returns its id.
 */
export function addItem(
  template: Template,
  scope: Scope,
  group: Group,
  at = Number.POSITIVE_INFINITY,
  id = random.uuidv4(),
): string {
  const items = scope.itemMap(group.id)
  if (items === undefined) throw new RangeError(`This item has lost its ${group.id}; nothing was added.`)
  items.set(id, newItem(template, group, orderAt(ordered(scope, group.id), at)))
  return id
}

/** Takes an item away with all it holds. An undo brings it back. */
export function removeItem(scope: Scope, groupId: string, itemId: string): void {
  scope.itemMap(groupId)?.delete(itemId)
}

/** Makes an item number `to` (from 0). Only its order is written, so what others type in it meanwhile is kept. */
export function moveItem(scope: Scope, groupId: string, itemId: string, to: number): void {
  const items = ordered(scope, groupId)
  const moved = items.find((item) => item.id === itemId)
  if (moved === undefined || items.indexOf(moved) === to) return
  const others = items.filter((item) => item !== moved)
  setItemOrder(moved.map, orderAt(others, to))
}

/** An untouched item, with as many inner items as the template shows. */
export function newItem(template: Template, group: Group, order: string): Y.Map<unknown> {
  const slots = [...template.slots.values()].filter((slot) => slot.group === group.id)
  const inner = group.item.filter((node): node is Group => node.type === 'group')
  return createItem(
    order,
    slots.map((slot) => slot.key),
    inner.map((child) => [child.id, new Y.Map(newItems(template, child))]),
  )
}

/** The items a group starts with, under the ids `1`, `2`, …, so that every replica seeds the same ones. */
export function newItems(template: Template, group: Group): [string, Y.Map<unknown>][] {
  return generateNKeysBetween(null, null, group.count).map((order, i) => [
    String(i + 1),
    newItem(template, group, order),
  ])
}

interface OrderedItem {
  id: string
  map: Y.Map<unknown>
  order: string
}

function ordered(scope: Scope, groupId: string): OrderedItem[] {
  const found: OrderedItem[] = []
  scope.itemMap(groupId)?.forEach((map, id) => {
    if (map instanceof Y.Map) found.push({ id, map, order: itemOrder(map) })
  })
  // Two people may insert at one place at once and get the same key; the id then decides, alike for everyone.
  return found.sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function orderAt(items: readonly OrderedItem[], at: number): string {
  const before = items[Math.min(at, items.length) - 1]
  const after = items[at]
  if (before === undefined || after === undefined || before.order < after.order) {
    return keysBetween(before?.order ?? null, after?.order ?? null, 1).join('')
  }
  // Equal neighbours leave no room between them: those that follow are spread out first.
  const rest = items.slice(at)
  const beyond = rest.find((item) => item.order > before.order)?.order ?? null
  const tied = rest.filter((item) => item.order === before.order)
  const keys = keysBetween(before.order, beyond, tied.length + 1)
  for (const [i, { map }] of tied.entries()) setItemOrder(map, keys.slice(i + 1, i + 2).join(''))
  return keys.slice(0, 1).join('')
}

/** Keys come from other replicas, so they may be anything; a key the library refuses is walked around. */
function keysBetween(before: string | null, after: string | null, count: number): string[] {
  try {
    return generateNKeysBetween(before, after, count)
  } catch {
    return generateNKeysBetween(null, null, count).map((key) => `${before ?? ''}${key}`)
  }
}
