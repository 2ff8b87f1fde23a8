const maxChars = 80

/**
 * A file name for a record: its title in lower case with dashes, which every file system, shell and URL takes as it is.
 * @returns for example `rate-limits.md`; `implementation-record.md` when the title has no letter or digit.
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
  return `${short === '' ? 'implementation-record' : short}.md`
}
