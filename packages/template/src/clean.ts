const openers: ReadonlyMap<string, string> = new Map([
  ['\u202A', '\u202C'],
  ['\u202B', '\u202C'],
  ['\u202D', '\u202C'],
  ['\u202E', '\u202C'],
  ['\u2066', '\u2069'],
  ['\u2067', '\u2069'],
  ['\u2068', '\u2069'],
])

const controls = /[\p{Cc}\u2028\u2029]+/gu
const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/**
 * One line of text as it can be kept: line breaks and other control characters are spaces, half characters are
 * U+FFFD, directions opened inside are closed inside, and nothing but text stands at either end.
 */
export function cleanText(text: string): string {
  return closeDirections(text.replace(loneSurrogates, '\uFFFD').replace(controls, ' ').trim())
}

/** A bidirectional embedding or isolate left open would reorder what the template says after the value. */
function closeDirections(text: string): string {
  const open: string[] = []
  for (const char of text) {
    const closer = openers.get(char)
    if (closer !== undefined) open.push(closer)
    else if (open.at(-1) === char) open.pop()
  }
  return text + open.reverse().join('')
}
