import { expect, test, vi } from 'vitest'
import { MarkdownError } from './errors.js'
import { readMarkdown } from './reader.js'

const cause = new RangeError('Maximum call stack size exceeded')

vi.mock('mdast-util-from-markdown', () => ({
  fromMarkdown: () => {
    throw cause
  },
}))

test('[M4] when the parser runs out of stack, the error is one of this package', () => {
  expect(() => readMarkdown('*a*')).toThrow(new MarkdownError('too-deep', { cause }))
})
