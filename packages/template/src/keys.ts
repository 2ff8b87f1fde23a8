import type { IndexSpan } from './groups.js'
import type { Slot } from './outline.js'
import type { Occurrence } from './slots.js'

/** A slot's name with each counted number as the `#`s of its level: `P1_TASK_1` is `P#_TASK_##`. */
export function slotKey(slot: Occurrence, indices: readonly IndexSpan[]): string {
  let key = ''
  let from = slot.start
  for (const index of indices) {
    if (index.start < slot.start || index.end > slot.end) continue
    key += `${sliceName(slot, from, index.start)}${'#'.repeat(index.level)}`
    from = index.end
  }
  return key + sliceName(slot, from, slot.end)
}

/** `{{` and `}}` do not belong to the name. */
function sliceName(slot: Occurrence, from: number, to: number): string {
  const offset = slot.start + 2
  return slot.name.slice(Math.max(0, from - offset), Math.max(0, to - offset))
}

/** The name a key has at certain indices: the inverse of `matchKey`. */
export function slotName(key: string, indices: readonly number[]): string {
  return key.replace(/#+/g, ({ length: level }) => indices.slice(level - 1, level).join(''))
}

/** @returns the indices, level by level, at which `key` is called `name`; `null` where it never is. */
export function matchKey(key: string, name: string): number[] | null {
  const levels = [...key.matchAll(/#+/g)].map(([marks]) => marks.length)
  if (levels.length === 0) return null
  const match = new RegExp(`^${key.replace(/#+/g, '([1-9]\\d*)')}$`).exec(name)
  if (match === null) return null
  const indices: number[] = []
  levels.forEach((level, i) => {
    indices[level - 1] = Number(match[i + 1])
  })
  return slotName(key, indices) === name ? indices : null
}

/** What one item of a group is called, from the word before its index in its slots: `PHASE_#_NAME` gives `Phase`. */
export function itemLabel(slots: Iterable<Slot>, groupId: string, level: number): string {
  const word = new RegExp(`([A-Z]+)_?#{${level}}(?!#)`)
  const words = [...slots].filter(({ group }) => group === groupId).map(({ key }) => word.exec(key)?.[1] ?? '')
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '')
  return longest.length < 2 ? 'Item' : longest.charAt(0) + longest.slice(1).toLowerCase()
}

/** @returns the id of the group that is `depth` groups inside the outermost one around a slot of `groupId`. */
export function ancestor(groupId: string | null, depth: number): string {
  return String(groupId)
    .split('.')
    .slice(0, depth + 1)
    .join('.')
}

/** How deep in groups a slot lives: 0 for the record itself. */
export function levelOf(key: string): number {
  return Math.max(0, ...[...key.matchAll(/#+/g)].map(([marks]) => marks.length))
}
