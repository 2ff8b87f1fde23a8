import type { ProseNode } from './schema.js'

/** Which remembered part stands for a node: the same one, or the one that it was before somebody edited it. */
export interface Match {
  readonly index: number
  readonly same: boolean
}

/**
 * Finds each node among the remembered ones, in order as far as possible, so that equal blocks keep their own lines; then
 * takes the node in the place of a remembered one of its type for the edited form of it.
 */
export function matchNodes(nodes: readonly ProseNode[], remembered: readonly ProseNode[]): (Match | undefined)[] {
  const places = placesByKey(remembered)
  const used = new Set<number>()
  let last = -1
  const take = (index: number, same: boolean): Match => {
    used.add(index)
    last = index
    return { index, same }
  }

  const same = nodes.map((node) => {
    const free = places.get(JSON.stringify(node)) ?? []
    const [index] = free.splice(
      Math.max(
        0,
        free.findIndex((place) => place > last),
      ),
      1,
    )
    return index === undefined ? undefined : take(index, true)
  })

  last = -1
  return same.map((match, position) => {
    if (match) {
      last = match.index
      return match
    }
    const index = last + 1
    const isFree = !used.has(index) && remembered[index]?.type === nodes[position]?.type
    return isFree ? take(index, false) : undefined
  })
}

function placesByKey(nodes: readonly ProseNode[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [index, node] of nodes.entries()) {
    const key = JSON.stringify(node)
    const known = places.get(key)
    if (known) known.push(index)
    else places.set(key, [index])
  }
  return places
}
