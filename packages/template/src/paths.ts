/**
 * Where things stand in a record, as one string each: the same while items move, and never the same for two things.
 * A scope's path is `''` for the record itself, and the path of an item for what stands in it.
 */
export const groupPath = (scopePath: string, groupId: string) => `${scopePath}/${groupId}`

/** Ids of items come from other replicas, so they may be anything. */
export function itemPath(scopePath: string, groupId: string, itemId: string): string {
  const id = itemId.replace(/[%/:@]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `${groupPath(scopePath, groupId)}:${id}`
}

/** A slot's name is written large and a tick's id small, so the two never meet. */
export const slotPath = (scopePath: string, key: string) => `${scopePath}@${key}`
export const tickPath = (scopePath: string, id: string) => `${scopePath}@${id}`

/** The path of the scope that a group lives in. */
export const scopeOfGroup = (path: string) => path.slice(0, path.lastIndexOf('/'))
