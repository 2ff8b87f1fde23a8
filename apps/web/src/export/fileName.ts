/** However they are written, not more bytes than any file system takes. */
const maxChars = 60
/** Windows gives these to its devices, whatever their ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/
const ending = '.md'

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
  const short = [...words].slice(0, maxChars).join('').replace(/-+$/, '')
  if (short === '') return `implementation-record${ending}`
  return `${short}${reserved.test(short) ? '-record' : ''}${ending}`
}

/** A name without what says that it is Markdown. */
export function withoutEnding(fileName: string): string {
  return fileName.slice(0, -ending.length)
}
