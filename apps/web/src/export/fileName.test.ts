import { expect, test } from 'vitest'
import { fileNameOf } from './fileName.js'

test.each([
  ['Rate limits', 'rate-limits.md'],
  ['Per-tenant "fair" rate limits', 'per-tenant-fair-rate-limits.md'],
  ['Café: Größe & Naïveté', 'cafe-große-naivete.md'],
  ['The team’s API v2.1', 'the-teams-api-v2-1.md'],
  ['検索の改善', '検索の改善.md'],
  ['खोज', 'खोज.md'],
  ['../../etc/passwd', 'etc-passwd.md'],
  ['   ', 'implementation-record.md'],
  ['🚀', 'implementation-record.md'],
  ['', 'implementation-record.md'],
  ['CON', 'con-record.md'],
  ['Com1', 'com1-record.md'],
  ['Console', 'console.md'],
  ['\u202Egnp.exe', 'gnp-exe.md'],
  ['نسخة احتياطية', 'نسخة-احتياطية.md'],
])('[A8] %j is saved as %j', (title, file) => {
  expect(fileNameOf(title)).toBe(file)
})

test('a long title is cut to what every file system takes, at no half character and with no dash at its end', () => {
  const name = fileNameOf(`${'a'.repeat(59)} ${'𝒷'.repeat(200)}`)
  expect(name).toBe(`${'a'.repeat(59)}.md`)
  expect(fileNameOf('字'.repeat(300))).toHaveLength(63)
  expect(new TextEncoder().encode(fileNameOf('𠀀'.repeat(300))).length).toBe(243)
})
