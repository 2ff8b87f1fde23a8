const names = ['found', 'found-now'] as const

/** Marks what was found, and the one that one is at, without touching the page: where a browser cannot, it is scrolled to. */
export function draw(ranges: readonly Range[], current: Range | null): void {
  if (!('highlights' in CSS)) return
  const [all, one] = names
  CSS.highlights.set(all, new Highlight(...ranges))
  const now = new Highlight(...(current === null ? [] : [current]))
  now.priority = 1
  CSS.highlights.set(one, now)
}

export function undraw(): void {
  if ('highlights' in CSS) for (const name of names) CSS.highlights.delete(name)
}
