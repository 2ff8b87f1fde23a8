import { expect, test } from 'vitest'
import { markedPart, withMarkedPart } from './markers.js'

test('[P8] what was measured in a browser is written once, and replaced where it stands', () => {
  const first = withMarkedPart('# Benchmarks\n', '## $& page\n')
  const moved = `${first}\n## After\n`
  expect(first).toMatch(/^# Benchmarks\n\n<!--.*-->\n\n## \$& page\n\n<!--.*-->\n$/)
  expect(withMarkedPart(moved, '## Again')).toMatch(/-->\n\n## Again\n\n<!--[^>]*-->\n\n## After\n$/)
})

test('[P8] the part that a document lacks is not found, and one it has comes with its marks', () => {
  expect(markedPart('# Benchmarks')).toBe(undefined)
  const part = markedPart(withMarkedPart('# Benchmarks', 'Found')) ?? ''
  expect(withMarkedPart(`# Written anew\n\n${part}\n`, 'Found')).toBe(`# Written anew\n\n${part}\n`)
})
