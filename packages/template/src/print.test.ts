import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { rootScope } from './document.js'
import { TemplateMismatch } from './errors.js'
import { fillRecord } from './fill.js'
import { implementationRecord } from './implementationRecord.js'
import { parseTemplate } from './parse.js'
import { printRecord } from './print.js'
import { readRecord } from './read.js'
import { filled, print, recordOf, seeded, type } from './testing/records.js'
import { setTicked } from './ticked.js'

describe('unfilled slots', () => {
  const source = [
    '---',
    'version: "{{VERSION}}"',
    'kind: "record"',
    '---',
    '',
    '# {{NAME}} - Record',
    '',
    '**From**: {{START}} to {{END}}',
    '**By**: {{WHO}}',
    '',
    '## Empty',
    '',
    '### Deeper',
    '{{DEEP}}',
    '',
    '### Deeper still',
    '- **Count**: {{COUNT}}',
    '',
    '## Full',
    '{{TEXT}}',
    '',
    'The end.',
    '',
  ].join('\n')

  test('are kept as their placeholders', () => {
    expect(print(source, { TEXT: 'Words.' })).toBe(source.replace('{{TEXT}}', 'Words.'))
  })

  test('are left out with their lines, and with headings that have nothing left below', () => {
    expect(print(source, { NAME: 'It', START: '1 May', TEXT: 'Words.' }, { unfilled: 'omit' })).toBe(
      [
        '---',
        'kind: "record"',
        '---',
        '',
        '# It - Record',
        '',
        '**From**: 1 May to N/A',
        '',
        '## Full',
        'Words.',
        '',
        'The end.',
        '',
      ].join('\n'),
    )
  })

  test('print as N/A', () => {
    const text = print(source, { NAME: 'It' }, { unfilled: 'na' })
    expect(text).toContain('version: "N/A"')
    expect(text).toContain('# It - Record')
    expect(text).toContain('### Deeper\nN/A\n')
    expect(text).not.toContain('{{')
  })

  test('[T3] whatever their printing, reading and printing alike gives the same file', () => {
    for (const unfilled of ['keep', 'omit', 'na'] as const) {
      const { template, doc } = filled(source, { NAME: 'It', END: 'today', COUNT: '7' })
      const printed = printRecord(template, doc, { unfilled })
      const again = seeded(template)
      const { values, problems } = readRecord(template, printed)
      fillRecord(template, again, values)
      expect(problems).toEqual([])
      expect(printRecord(template, again, { unfilled })).toBe(printed)
    }
  })

  test('of the built-in template leave no placeholder and no dangling blank line', () => {
    const { template, doc } = filled(implementationRecord, {
      FEATURE_NAME: 'Limits',
      P2_TASK_3: 'Roll out',
      PHASE_2_CHALLENGES: 'None.',
    })
    const printed = printRecord(template, doc, { unfilled: 'omit' })
    expect(printed).not.toMatch(/\{\{|\n\n\n|\n$/)
    expect(printed).toContain(
      '## Implementation Details\n\n#### Tasks Completed\n- [✅] Roll out - Completed N/A (N/A)\n\n#### Challenges Encountered\nNone.\n\n---',
    )
    expect(printed).not.toContain('Testing Results')
  })

  test('at the end of a file take the blank lines before them along', () => {
    expect(print('Words.\n\n{{A}}\n', {}, { unfilled: 'omit' })).toBe('Words.\n')
    expect(print('{{A}}\n\n\nWords.', {}, { unfilled: 'omit' })).toBe('Words.')
    expect(print('{{A}}\n', {}, { unfilled: 'omit' })).toBe('')
    expect(print('a\n\n\n**B**: {{B}}\n\nc\n', {}, { unfilled: 'omit' })).toBe('a\n\n\nc\n')
  })
})

describe('sign-offs', () => {
  const source = '- **QA Lead**: {{QA_SIGNOFF}} ({{QA_SIGNOFF_DATE}})\n'

  test('print what they are handed, written for where they stand', () => {
    const { template, doc } = recordOf(source)
    expect(printRecord(template, doc, { signoffs: { qa: { name: 'Ada [x](y)', date: '2026-10-31' } } })).toBe(
      '- **QA Lead**: Ada \\[x]\\(y) (2026-10-31)\n'.replace('\\(', '('),
    )
    expect(printRecord(template, doc, { signoffs: { qa: { name: 'Ada', date: '' } } })).toBe(
      '- **QA Lead**: Ada ({{QA_SIGNOFF_DATE}})\n',
    )
  })

  test('print as an imported file had them', () => {
    const { template, doc } = recordOf(source)
    const file = '- **QA Lead**: *Ada* &amp; Bob (31\\. 10.)\n'
    const { signoffs } = readRecord(template, file)
    expect(signoffs).toEqual({
      qa: { name: '*Ada* & Bob', date: '31. 10.', source: { name: '*Ada* &amp; Bob', date: '31\\. 10.' } },
    })
    expect(printRecord(template, doc, { signoffs })).toBe(file)
  })
})

describe('status', () => {
  test('prints as the template has it, or as the record really stands', () => {
    expect(print('---\nstatus: "completed"\n---\n', {})).toBe('---\nstatus: "completed"\n---\n')
    expect(print('---\nstatus: "completed"\n---\n', {}, { status: 'in review' })).toBe(
      '---\nstatus: "in review"\n---\n',
    )
    expect(print("---\nstatus: 'completed'\n---\n", {}, { status: 'draft' })).toBe("---\nstatus: 'draft'\n---\n")
    expect(print('---\nstatus: completed # now\n---\n', {}, { status: 'draft' })).toBe(
      '---\nstatus: draft # now\n---\n',
    )
  })
})

describe('ticks', () => {
  test('print the mark of the template when done and an empty box when open', () => {
    const { template, doc } = recordOf('- [✅] a {{A}}\n- [ ] b {{B}}\n- [x] c {{C}}\n')
    const set = (...done: (boolean | undefined)[]) => {
      for (const [i, value] of done.entries()) setTicked(rootScope(doc), `t${i + 1}`, value)
      return printRecord(template, doc).replace(/ [abc] \S+/g, '')
    }
    expect(set(true, true, true)).toBe('- [✅]\n- [x]\n- [x]\n')
    expect(set(false, false, false)).toBe('- [ ]\n- [ ]\n- [ ]\n')
    expect(set(undefined, undefined, undefined)).toBe('- [✅]\n- [ ]\n- [x]\n')
  })

  test('of a heading leave nothing behind when open', () => {
    const { template, doc } = recordOf('## Step 1: {{STEP_1}} ✅\n\n## Step 2: {{STEP_2}} ✅\n')
    doc.getMap<Y.Map<Y.Map<boolean>>>('group:g1').get('2')?.get('ticks')?.set('t1', false)
    expect(printRecord(template, doc)).toBe('## Step 1: {{STEP_1}} ✅\n\n## Step 2: {{STEP_2}}\n')
  })
})

test('a document of another template is refused, and so is one that is no record', () => {
  const template = parseTemplate(implementationRecord)
  expect(() => printRecord(template, recordOf('# {{A}}').doc)).toThrow(TemplateMismatch)
  expect(() => printRecord(template, new Y.Doc())).toThrow(/another template/)
})

test('a value that is a slot’s own placeholder leaves it empty', () => {
  const { template, doc } = recordOf('**A**: {{A}} and {{B}}\n')
  type(doc, template, 'A', '{{A}}')
  expect(printRecord(template, doc, { unfilled: 'na' })).toBe('**A**: N/A and N/A\n')
})

test('an image without a description fills a slot', () => {
  expect(print('**A**: {{A}}\n', { A: '![](x.png)' })).toBe('**A**: ![](x.png)\n')
})

test('a record ends in a line ending, or in none, as its file did', () => {
  const ending = (source: string, finalNewline: boolean) => {
    const { template, doc } = recordOf(source)
    fillRecord(template, doc, { finalNewline })
    return printRecord(template, doc)
  }
  expect(ending('# {{A}}', true)).toBe('# {{A}}\n')
  expect(ending('# {{A}}\r\n', true)).toBe('# {{A}}\r\n')
  expect(ending('# {{A}}\n', false)).toBe('# {{A}}')
})
