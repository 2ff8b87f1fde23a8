const hues = 8

/** The colour a person has everywhere: avatar, caret, presence dot. The same id gives the same colour on every machine. */
export function personColour(id: string): string {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 4_294_967_291
  return `var(--person-${(sum % hues) + 1})`
}

/** At most two letters for `name`: the first of its first and of its last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]]
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('')
}
