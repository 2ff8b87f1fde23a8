import { expect, test } from 'vitest'
import { type LinkFault, linkFault } from './linkForm.js'

const wrong: [string, LinkFault][] = [
  ['https://', 'unfinished'],
  ['http:', 'unfinished'],
  ['htps://example.org', 'misspelt'],
  ['https:/example.org', 'misspelt'],
  ['https:///example.org', 'misspelt'],
  ['www.example.org', 'noScheme'],
  ['docs.example.org/limits', 'noScheme'],
  ['file:///notes.md', 'local'],
  ['C:\\notes\\a.md', 'local'],
  ['/Users/ada/notes.md', 'local'],
  ['http://localhost:3000/x', 'local'],
  ['docs\\a.md', 'backslash'],
  ['../my notes.md', 'space'],
  ['https://example.org/100%', 'encoding'],
  ['', 'nowhere'],
  ['#', 'nowhere'],
  ['../', 'nowhere'],
]
test.each(wrong)('[U8] “%s” cannot be a way: %s', (target, fault) => {
  expect(linkFault(target)).toBe(fault)
})

test.each([
  'https://example.org',
  'http://example.org:8080/a?b=c#d',
  'mailto:ada@example.org',
  'ssh://git@example.org/a.git',
  '../features/rate-limits.md',
  '../architecture/rate-limits.md#token-bucket',
  'notes.md',
  'gateway/limits.v2/notes.md',
  '#results',
  '/docs/a%20b.md',
  '../notes/headers_(2026).md',
])('[U8] %s may lead somewhere', (target) => {
  expect(linkFault(target)).toBeNull()
})
