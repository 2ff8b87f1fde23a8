import * as Y from 'yjs'

/** The parts of a shared type that say what is in it, whatever its events are. */
type Typed = Pick<Y.AbstractType<unknown>, '_map' | '_start'>
type Insertions = Parameters<typeof Y.isDeleted>[0]

/**
 * The items of groups that one step added and that somebody else has written in since: what undoing the step would take
 * from them.
 * @param roots - the record's shared types; only its maps hold items.
 * @param clientId - whose step it is.
 */
export function holdsOthersWork(
  roots: readonly object[],
  insertions: Insertions,
  clientId: number,
): readonly Y.Map<unknown>[] {
  const found: Y.Map<unknown>[] = []
  const visit = (map: Y.Map<unknown>) => {
    map.forEach((value) => {
      if (!(value instanceof Y.Map)) return
      const added = value._item !== null && Y.isDeleted(insertions, value._item.id)
      if (!added) visit(value)
      else if (hasForeignItem(value, clientId)) found.push(value)
    })
  }
  for (const root of roots) if (root instanceof Y.Map) visit(root)
  return found
}

function hasForeignItem(type: Typed, clientId: number): boolean {
  return hasItem(type, (item) => item.id.client !== clientId)
}

/** Whether a shared type, or one within it, holds an item that `is` so and stands. */
export function hasItem(type: Typed, is: (item: Y.Item) => boolean): boolean {
  for (const item of itemsIn(type)) {
    if (item.deleted) continue
    if (is(item)) return true
    if (item.content instanceof Y.ContentType && hasItem(item.content.type, is)) return true
  }
  return false
}

function* itemsIn(type: Typed): Iterable<Y.Item> {
  yield* type._map.values()
  for (let item = type._start; item !== null; item = item.right) yield item
}
