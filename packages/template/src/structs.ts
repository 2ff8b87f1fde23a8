import * as Y from 'yjs'

/** The one file that looks at the structs a shared type is made of: Yjs has no public way to ask who wrote what. */
type Structured = Pick<Y.AbstractType<unknown>, '_map' | '_start'>

/** How many of each client's changes were known at some moment. */
export type StateVector = ReadonlyMap<number, number>

/** Adds to `found` who wrote what stands in a shared type, at any depth, and was not known at `since`. */
export function addWriters(found: Set<number>, type: Structured, since: StateVector): void {
  const open = [type]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const item of structsOf(next)) {
      if (item.deleted) continue
      if (isNewer(item, since)) found.add(item.id.client)
      if (item.content instanceof Y.ContentType) open.push(item.content.type)
    }
  }
}

/** As `addWriters`, of the entries of maps within maps that `keys` lead through, and not of what else they hold. */
export function addSetters(
  found: Set<number>,
  map: Structured | undefined,
  keys: readonly string[],
  since: StateVector,
): void {
  const [key, ...inner] = keys
  const item = key === undefined ? undefined : map?._map.get(key)
  if (item === undefined || item.deleted) return
  if (isNewer(item, since)) found.add(item.id.client)
  if (item.content instanceof Y.ContentType) addSetters(found, item.content.type, inner, since)
}

function* structsOf({ _map, _start }: Structured): Iterable<Y.Item> {
  yield* _map.values()
  for (let item = _start; item !== null; item = item.right) yield item
}

/** Of several changes in one struct the last one decides: writing on grows a struct. */
function isNewer({ id, length }: Y.Item, since: StateVector): boolean {
  return id.clock + length > (since.get(id.client) ?? 0)
}
