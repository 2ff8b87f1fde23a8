import { describe, expect, test } from 'vitest'
import { fillRecord } from './fill.js'
import { printRecord } from './print.js'
import { readRecord } from './read.js'
import { contents, filled, recordOf, seeded } from './testing/records.js'

describe('[T4] what would be read as another value', () => {
  const roundTrip = (source: string, values: Readonly<Record<string, string>>) => {
    const { template, doc } = filled(source, values)
    const printed = printRecord(template, doc)
    const again = seeded(template)
    fillRecord(template, again, { slots: readRecord(template, printed).values.slots })
    expect(contents(template, again)).toEqual(contents(template, doc))
    return printed
  }

  test('is written in another way: in quotes, behind a backslash, and where the words themselves are numbered', () => {
    expect(roundTrip('---\na: "{{A}} to {{B}}"\n---\n', { A: 'x to y', B: 'z' })).toContain('"x\\U00000020to y to z"')
    expect(roundTrip("---\na: '{{A}} to {{B}}'\n---\n", { A: "it's to y", B: 'z' })).toContain("'it''s&#32;to y to z'")
    expect(roundTrip('{{A}} to {{B}}\n', { A: 'x\\\\ to y', B: 'z' })).toContain('&#32;to y to z')
    expect(roundTrip('<p title="{{A}}&#60;{{B}}">\n', { A: 'x<y', B: 'z' })).toBe('<p title="x&#x3c;y&#60;z">\n')
  })

  test('is written in another way where markup would begin in one value and end in the next', () => {
    const values = { A: 'a <](', B: '--> - Done a' }
    expect(roundTrip('- {{A}} - Done {{B}} ({{C}})\n', values)).toBe('- a &#60;]( - Done --> - Done a ({{C}})\n')
  })

  test('is no longer written as a file had it', () => {
    const { template, doc } = recordOf('- [x] **QA**: {{QA_SIGNOFF}} ({{QA_SIGNOFF_DATE}}), {{N}}\n')
    const qa = { name: 'A & (b', date: 'c', source: { name: 'A &amp; (b', date: 'c' } }
    expect(printRecord(template, doc, { signoffs: { qa } })).toBe('- [x] **QA**: A &&#32;(b (c), {{N}}\n')
  })

  test('stays where it is no slot’s', () => {
    const { template, doc } = filled('---\nstatus: draft # {{A}}\n---\n', { A: 'x' })
    expect(printRecord(template, doc, { status: 'a # b' })).toBe('---\nstatus: a # b # x\n---\n')
  })
})

test('a forged memory of how a value was written is passed over', () => {
  const { template, doc } = filled('**A**: {{A}}\n', { A: 'x*y' })
  const forge = (sources: unknown) => {
    doc.getMap('sources').set('slot:A', sources)
    return printRecord(template, doc)
  }
  const plain = forge([])
  for (const sources of [
    'x',
    [1, null],
    [['inline', 7]],
    [['inline', 'x\\*y\nz']],
    [['inline', 'other']],
    [['html', 'x&#42;y']],
  ]) {
    expect(forge(sources)).toBe(plain)
  }
  expect(forge([['inline', 'x&ast;y']])).toBe('**A**: x&ast;y\n')
})
