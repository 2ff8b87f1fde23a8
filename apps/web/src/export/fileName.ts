const maxChars = 80
/** The least of what file systems take, less the ending. */
const maxBytes = 240
/** Windows gives these to its devices, whatever their ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/
const ending = '.md'
const utf8 = new TextEncoder()

/**
 * A file name for a record: its title in lower case with dashes, which every file system, shell and URL takes as it is.
 * @returns for example `rate-limits.md`; `implementation-record.md` when the title has no letter or digit, or has not been
 * written yet.
 */
export function fileNameOf(title: string): string {
  const words = title
    .normalize('NFKD')
    // Marks that NFKD parted from their letters: é becomes e. Letters of other scripts stay.
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const short = cut(words).replace(/-+$/, '')
  if (short === '') return `implementation-record${ending}`
  return `${short}${reserved.test(short) ? '-record' : ''}${ending}`
}

/** A name without what says that it is Markdown. */
export function withoutEnding(fileName: string): string {
  return fileName.slice(0, -ending.length)
}

/** As much of a name as fits, without a half character at its end. */
function cut(name: string): string {
  let bytes = 0
  const fitting: string[] = []
  for (const character of name) {
    bytes += utf8.encode(character).length
    if (bytes > maxBytes || fitting.length === maxChars) break
    fitting.push(character)
  }
  return fitting.join('')
}
