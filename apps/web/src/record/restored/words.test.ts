import { expect, test } from 'vitest'
import { wordsFor } from './words.js'

test('[D8] [D9] an offer says why the text is not in the record', () => {
  expect(wordsFor(['restored']).title).toMatch(/backup/)
  expect(wordsFor(['refused']).title).toMatch(/did not take/)
  expect(wordsFor(['too-large', 'too-large']).text).toMatch(/smaller parts/)
})

test('[D9] an offer of several copies says only what is true of all of them', () => {
  const { title, text, banner } = wordsFor(['restored', 'too-large', 'restored'])
  expect(`${title} ${banner}`).not.toMatch(/backup|large/)
  expect(text).toMatch(/backup.* or /)
})
