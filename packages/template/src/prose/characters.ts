/** Text without what no Markdown can carry: control characters and byte order marks go, other line ends become `\n`, half surrogates U+FFFD. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\t\n]|\uFEFF/gu, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
}

const opens: Readonly<Record<string, string>> = {
  '\u202A': '\u202C',
  '\u202B': '\u202C',
  '\u202D': '\u202C',
  '\u202E': '\u202C',
  '\u2066': '\u2069',
  '\u2067': '\u2069',
  '\u2068': '\u2069',
}

/**
 * Closes the directional embeddings and isolates that a text leaves open, and drops what closes none of its own, so that
 * the direction of what stands around it is not its business.
 */
export function balanceDirection(texts: readonly string[]): { texts: string[]; closers: string } {
  const open: string[] = []
  const kept = texts.map((text) =>
    text.replace(/[\u202A-\u202E\u2066-\u2069]/g, (character) => {
      const closer = opens[character]
      if (closer) {
        open.push(closer)
        return character
      }
      if (open.at(-1) !== character) return ''
      open.pop()
      return character
    }),
  )
  return { texts: kept, closers: open.reverse().join('') }
}
