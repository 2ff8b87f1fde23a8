import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { implementationRecord } from './implementationRecord.js'
import { packedFormat, packTemplate, unpackTemplate } from './packed.js'
import { parseTemplate } from './parse.js'
import type { Template } from './template.js'

const source = `\uFEFF---\r
version: "{{VERSION}}"\r
---\r
# {{NAME}} - Record\r
### Phase 1: {{PHASE_1_NAME}} ✅\r
- [✅] {{P1_TASK_1}} (first: {{P1_TASK_1}})\r
- [✅] {{P1_TASK_2}}\r
\r
### Phase 2: {{PHASE_2_NAME}} ✅\r
- [✅] {{P2_TASK_1}} (first: {{P1_TASK_1}})\r
- [✅] {{P2_TASK_2}}\r
\r
| {{NAME}} | [{{LINK}}]({{LINK}}) |\r
|--|--|\r
\r
QA: {{QA_SIGNOFF}} ({{QA_SIGNOFF_DATE}})`

const template = parseTemplate(source)

test('[P8] a template that was parsed elsewhere is what parsing it here gives', () => {
  for (const each of [source, implementationRecord, '', 'No slots.\n', '{{ALONE}}']) {
    const parsed = parseTemplate(each)
    expect(unpackTemplate(packTemplate(parsed), each)).toEqual(parsed)
  }
})

test('[P8] whatever stands around its slots, lone surrogates too', () => {
  const words = fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => !/[{}\r\n]/.test(text))
  fc.assert(
    fc.property(words, words, (before, after) => {
      const each = `# \ud800 ${before} {{NAME}} x ${after}\n\n{{TEXT}}\n`
      const parsed = attempt(() => parseTemplate(each))
      if (parsed !== undefined) expect(unpackTemplate(packTemplate(parsed), each)).toEqual(parsed)
    }),
    { numRuns: 300 },
  )
})

test('[P8] a slot is one and the same wherever it stands', () => {
  const unpacked = unpackTemplate(packTemplate(template), source)
  const held = slotsIn([unpacked?.layout, unpacked?.outline])
  expect(held.length).toBeGreaterThan(10)
  for (const slot of held) expect(unpacked?.slots.get(slot.key)).toBe(slot)
})

describe('[P8] what cannot be used is parsed instead:', () => {
  const packed = packTemplate(template)
  test.each([
    ['of another source', packed, `${source}\n`],
    ['of another format', packed.replace(`"format":${packedFormat}`, `"format":${packedFormat + 1}`), source],
    ['cut off', packed.slice(0, -1), source],
    ['nothing', '', source],
    ['a page of something in between', '<html>\n</html>', source],
  ])('%s', (_, text, wanted) => {
    expect(unpackTemplate(text, wanted)).toBe(null)
  })
})

test('[P8] a change of what parsing makes is a new format, so that an older page parses for itself', () => {
  const made = createHash('sha256')
    .update(packTemplate(parseTemplate(implementationRecord)))
    .digest('hex')
  expect({ format: packedFormat, made }).toMatchInlineSnapshot(`
    {
      "format": 1,
      "made": "8e72faa98819cab924ee211a7c6c34bc3c37d646822af2f7dedb2463717456a0",
    }
  `)
})

function attempt(parse: () => Template): Template | undefined {
  try {
    return parse()
  } catch {
    return undefined
  }
}

/** Every slot that stands anywhere in a tree. */
function slotsIn(tree: unknown): { key: string }[] {
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([name, value]) => [...(name === 'slot' ? [value] : []), ...slotsIn(value)])
}
