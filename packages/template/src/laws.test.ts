import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import sample from '../../../docs/samples/rate-limits.md?raw'
import { completeness } from './completeness.js'
import { fillRecord } from './fill.js'
import { fingerprint } from './fingerprint.js'
import { implementationRecord } from './implementationRecord.js'
import { splitLines } from './lines.js'
import { parseTemplate } from './parse.js'
import { printRecord } from './print.js'
import { readRecord } from './read.js'
import { fuzz } from './testing/fuzz.js'
import { hostileTexts } from './testing/hostile.js'
import { anyFilling, contents, fillWith, recordOf, seeded, typeCharacters } from './testing/records.js'
import { anyTemplate } from './testing/templates.js'

const builtIn = parseTemplate(implementationRecord)

/** What a file becomes that is imported and exported. */
function roundTrip(source: string, markdown: string): string {
  const { template, doc } = recordOf(source)
  const { values, signoffs } = readRecord(template, markdown)
  fillRecord(template, doc, values)
  return printRecord(template, doc, { signoffs })
}

describe('the sample record', () => {
  test('[T3] comes out of import and export as it went in', () => {
    expect(readRecord(builtIn, sample).problems).toEqual([])
    expect(roundTrip(implementationRecord, sample)).toBe(sample)
  })

  test('[T2] changes in one line when one slot changes', () => {
    const doc = seeded(builtIn)
    const { values, signoffs } = readRecord(builtIn, sample)
    fillRecord(builtIn, doc, values)
    typeCharacters(doc, builtIn, 'TOTAL_DURATION', '9 weeks')
    expect(printRecord(builtIn, doc, { signoffs })).toBe(sample.replace('8.5 weeks', '9 weeks'))
  })

  test('holds two phases, with four tasks and two, one of them open', () => {
    const { values, signoffs } = readRecord(builtIn, sample)
    const [first, second] = values.groups.g1 ?? []
    expect(first?.groups['g1.1']).toHaveLength(4)
    expect(second?.groups['g1.1']?.map((task) => task.ticks)).toEqual([{}, { t1: false }])
    expect(signoffs.qa).toMatchObject({ name: 'qa-3', date: '2026-10-31' })
    expect(signoffs.devops).toBeUndefined()
  })
})

test('[T2] a filled slot changes the lines it stands in and no others', () => {
  const before = splitLines(implementationRecord).map((line) => line.text)
  for (const { placeholder, slot } of completeness(builtIn, seeded(builtIn)).slots) {
    const doc = seeded(builtIn)
    typeCharacters(doc, builtIn, placeholder.slice(2, -2), 'a `value` (1)')
    const after = splitLines(printRecord(builtIn, doc)).map((line) => line.text)
    expect(after).toHaveLength(before.length)
    const changed = after.filter((line, i) => line !== before[i])
    const held = before.filter((line) => line.includes(placeholder))
    expect([slot.key, changed.length]).toEqual([slot.key, held.length])
    expect(changed.every((line) => !line.includes(placeholder))).toBe(true)
  }
})

/** Fills a record and says how reading its print differs from it; nothing where the laws hold. */
function brokenLaw(source: string, filling: readonly { which: number; text: string }[]): string | null {
  const { template, doc } = recordOf(source)
  fillWith(template, doc, filling)
  const printed = printRecord(template, doc)
  const { values, problems, signoffs } = readRecord(template, printed)
  if (problems.length > 0) return `problems ${JSON.stringify(problems)} in\n${printed}`
  const again = seeded(template)
  fillRecord(template, again, values)
  const [held, read] = [contents(template, doc), contents(template, again)]
  const lost = Object.keys({ ...held, ...read }).filter((name) => held[name] !== read[name])
  if (lost.length > 0)
    return `${lost.map((name) => `${name}: ${held[name]} → ${read[name]}`).join('\n')} in\n${printed}`
  const reprinted = printRecord(template, again, { signoffs })
  return reprinted === printed ? null : `printed\n${printed}\nthen\n${reprinted}`
}

test('[T3] [T4] [M3] reading a print gives every value back, and printing that the same file: the built-in template', () => {
  fc.assert(
    fc.property(anyFilling, (filling) => {
      expect(brokenLaw(implementationRecord, filling)).toBeNull()
    }),
    fuzz(60),
  )
}, 60_000)

test('[T3] [T4] [M3] reading a print gives every value back, and printing that the same file: any template', () => {
  fc.assert(
    fc.property(anyTemplate, anyFilling, (source, filling) => {
      expect(brokenLaw(source, filling)).toBeNull()
    }),
    fuzz(250),
  )
}, 60_000)

describe('[T4] a known hostile value stays where it is typed', () => {
  const sources = {
    'a heading': '# {{A}} - Record\n\ntext\n',
    'a line of text': '**Owner**: {{A}} to {{B}} ({{C}})\n',
    'a link': '[{{A}}]({{B}} "{{C}}")\n',
    'a table': '| {{A}} | `{{B}}` |\n|---|---|\n| x | {{C}} |\n',
    'front matter': '---\na: "{{A}}"\nb: \'{{B}}\'\nc: {{C}}\nd: x {{D}} y\n# {{E}}\n---\n\ntext\n',
    code: '```sh\ncp {{A}} {{B}}\n{{C}}\n```\n\n`{{D}}`\n',
    HTML: '<!-- {{A}} -->\n\n<p title="{{B}}">{{C}}</p>\n',
    'a list': '- {{A}}\n- [✅] {{B}} - Completed {{C}} ({{D}})\n',
    prose: '## One\n{{A}}\n\n## Two\n{{B}}\n- **Count**: {{C}}\n\n---\n',
  }
  test.each(Object.entries(sources))(
    'in %s',
    (_, source) => {
      for (const text of hostileTexts) {
        const slots = completeness(...(Object.values(recordOf(source)) as [never, never])).total
        for (let which = 0; which < slots; which += 1) {
          expect(brokenLaw(source, [{ which: which + slots * 2, text }])).toBeNull()
        }
      }
    },
    60_000,
  )
})

test('[T8] replicas with the same updates print the same bytes and have the same fingerprint', () => {
  fc.assert(
    fc.property(anyFilling, anyFilling, (one, other) => {
      const [a, b] = [seeded(builtIn), seeded(builtIn)]
      fillWith(builtIn, a, one)
      fillWith(builtIn, b, other)
      const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)]
      Y.applyUpdate(a, fromB)
      Y.applyUpdate(b, fromA)
      expect(printRecord(builtIn, a)).toBe(printRecord(builtIn, b))
      expect(fingerprint(builtIn, a)).toBe(fingerprint(builtIn, b))
    }),
    fuzz(25),
  )
}, 60_000)

test('[S4] seeding twice is seeding once, and gives the same bytes', () => {
  const { template, doc } = recordOf(implementationRecord)
  const once = Y.encodeStateAsUpdate(doc)
  Y.applyUpdate(doc, once)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(seeded(template)))
  expect(Y.encodeStateAsUpdate(doc)).toEqual(once)
  expect(printRecord(template, doc)).toBe(implementationRecord)
})
