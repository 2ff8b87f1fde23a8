import type { Group, Outline } from './outline.js'

/** All groups of an outline by id, inner ones included. */
export function groupsOf(outline: Outline): Map<string, Group> {
  const found = new Map<string, Group>()
  const walk = (nodes: Outline) => {
    for (const node of nodes) {
      if (node.type !== 'group') continue
      found.set(node.id, node)
      walk(node.item)
    }
  }
  walk(outline)
  return found
}
