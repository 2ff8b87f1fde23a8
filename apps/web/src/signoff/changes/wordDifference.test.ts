import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDifference } from './wordDifference.js'

/** `[-removed-]`, `{+added+}`, `…` for what was left out. */
const marked = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'cut' ? '…' : kind === 'added' ? `{+${text}+}` : `[-${text}-]`,
    )
    .join('')

test('[G3] words that changed stand among those that did not', () => {
  expect(marked('We ship on Monday.', 'We ship on Friday.')).toBe('We ship on [-Monday-]{+Friday+}.')
  expect(marked('', 'All of it')).toBe('{+All of it+}')
  expect(marked('All of it', '')).toBe('[-All of it-]')
})

test('[G3] several words changed in a row are one change', () => {
  expect(marked('It was a bad day.', 'It was one good night.')).toBe('It was [-a bad day-]{+one good night+}.')
})

test('[G3] a long text is cut to what is beside its changes, between words', () => {
  const words = Array.from({ length: 100 }, (_, i) => `word${i}`)
  const changed = words.map((word, i) => (i === 50 ? 'other' : word))
  const found = marked(words.join(' '), changed.join(' '))
  expect(found).toMatch(/^… word\d+ .* word49 \[-word50-\]\{\+other\+\} word51 .* word\d+ …$/)
  expect(found.length).toBeLessThan(200)
  expect(marked(`${words.join(' ')} end`, `start ${words.join(' ')}`)).toMatch(
    /^\{\+start \+\}word0 .* ….* word99\[- end-\]$/,
  )
})

test('[G3] texts that have next to nothing in common are shown one after the other, and soon', () => {
  const words = (sign: string) => Array.from({ length: 5_000 }, (_, i) => `${sign}${i}`).join(' ')
  expect(wordDifference(words('a'), words('b')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
})

test('[G3] no changed word is left out', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', ' ', '\n', 'word', '. ', '日本'), { maxLength: 40 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordDifference(before, after)
      if (pieces.some(({ kind }) => kind === 'cut')) return
      const read = (without: string) =>
        pieces
          .filter(({ kind }) => kind !== without)
          .map((piece) => piece.text)
          .join('')
      expect([read('added'), read('removed')]).toEqual([before, after])
    }),
    { seed: 4280, numRuns: 300 },
  )
})
