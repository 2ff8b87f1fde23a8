/** A stretch of a text: from the first of its UTF-16 units up to, not including, the last. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Where `query` stands in `text`, in whatever case; any white space is a space. Stretches do not overlap. */
export function findAll(text: string, query: string): Stretch[] {
  const asked = folded(query.trim())
  if (asked === '') return []
  const found: Stretch[] = []
  const searched = folded(text)
  for (let start = searched.indexOf(asked); start >= 0; start = searched.indexOf(asked, start + asked.length)) {
    found.push({ start, end: start + asked.length })
  }
  return found
}

/** The first that is at `position` or behind it, or the first of all: the search goes round. */
export function firstFrom(found: readonly Stretch[], position: number): number {
  return Math.max(
    0,
    found.findIndex(({ start }) => start >= position),
  )
}

/** As long as `text`, so that places in one are places in the other: a letter whose small form is longer stays. */
function folded(text: string): string {
  const small = text.toLowerCase()
  const kept = small.length === text.length ? small : text.replace(/./gsu, smallest)
  return kept.replace(/\s/g, ' ')
}

function smallest(letter: string): string {
  const small = letter.toLowerCase()
  return small.length === letter.length ? small : letter
}
