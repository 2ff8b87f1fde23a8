/** Scripts that put no spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter(undefined, { granularity: 'word' }) : null

/** How many words stand in a text: what is between spaces and has a letter or a figure in it, as word processors count. */
export function countWords(text: string): number {
  const spaced = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  return spaced.reduce((sum, word) => sum + (unspaced.test(word) ? segmentsOf(word) : 1), 0)
}

function segmentsOf(word: string): number {
  if (segmenter === null) return 1
  return [...segmenter.segment(word)].filter(({ isWordLike }) => isWordLike).length
}
