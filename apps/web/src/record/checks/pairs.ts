import type { Entry } from './sheet.js'

/** Two sets of words that make two slots belong together: `START_DATE` and `COMPLETION_DATE`. */
export interface Roles {
  readonly one: ReadonlySet<string>
  readonly other: ReadonlySet<string>
}

/** The slots of one sheet whose names are equal but for one word, which is of the one set here and of the other there. */
export function pairsOf(entries: readonly Entry[], { one, other }: Roles): { one: Entry; other: Entry }[] {
  return entries.flatMap((first) => {
    const rest = without(first, one)
    if (rest === null) return []
    return entries.flatMap((second) => (without(second, other) === rest ? [{ one: first, other: second }] : []))
  })
}

/** Whether a slot's name has one of these words. */
export const has = ({ words }: Entry, wanted: ReadonlySet<string>): boolean => words.some((word) => wanted.has(word))

/** What is left of a name without its one such word; `null` where it has none. */
function without(entry: Entry, role: ReadonlySet<string>): string | null {
  return has(entry, role) ? entry.words.filter((word) => !role.has(word)).join('_') : null
}
