import type { Scope } from './document.js'
import { ancestor } from './keys.js'
import type { Template } from './template.js'

/**
 * What the items that lead to a scope are called as long as nothing moves, the outermost first: `Phase 2`, `Task 1`.
 * @param group the id of the innermost of their groups; `null` for the record itself.
 */
export function itemNames({ groups }: Template, { indices }: Scope, group: string | null): string[] {
  return indices.map((index, depth) => [groups.get(ancestor(group, depth))?.label, index].join(' ').trim())
}
