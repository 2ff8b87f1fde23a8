import { limits } from '@colophon/protocol'
import { expect, test } from 'vitest'
import { fileProblem } from './checkFile.js'

const file = { name: 'rate-limits.md', size: 10_000, type: '' }

test.each([file, { ...file, name: 'A.MARKDOWN' }, { ...file, name: 'README', type: 'text/markdown' }])(
  '$name is worth sending',
  (good) => {
    expect(fileProblem(good)).toBeUndefined()
  },
)

test.each([
  [{ ...file, name: 'report.docx' }, 'not a Markdown file'],
  [{ ...file, size: 0 }, 'is empty'],
  [{ ...file, size: limits.importBytes + 1 }, 'is 2.1 MB; 2 MB is the most'],
])('[U5] a refused file is told why', (bad, words) => {
  expect(fileProblem(bad)).toContain(words)
})
