import type { LayoutListItem } from '@colophon/template'

/** Whether an item begins with its tick, which then stands in the place of a bullet. */
export function startsWithTick({ children: [first] }: LayoutListItem): boolean {
  return first?.type === 'paragraph' && first.children[0]?.type === 'tick'
}
