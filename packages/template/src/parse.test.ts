import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TemplateError } from './errors.js'
import { fillRecord } from './fill.js'
import { implementationRecord } from './implementationRecord.js'
import type { Outline } from './outline.js'
import { parseTemplate } from './parse.js'
import { printRecord } from './print.js'
import { fuzz } from './testing/fuzz.js'
import { seeded } from './testing/records.js'
import { anyTemplate } from './testing/templates.js'

/** An outline's own words again, items of a group as the template counts them. */
function sourceOf(outline: Outline, index: readonly number[] = []): string {
  return outline
    .map((node) => {
      if (node.type === 'line') {
        const text = node.parts
          .map((part) => (part.type === 'index' ? String(index[part.level - 1]) : part.source))
          .join('')
        return text + node.ending
      }
      return node.count
    })
    .join('')
}

describe('the built-in template', () => {
  const template = parseTemplate(implementationRecord)

  test('has 94 slots, four sign-offs, and phases with tasks in them', () => {
    expect(template.name).toBe('Implementation Record')
    expect(template.titleSlot).toBe('FEATURE_NAME')
    expect(template.slots.size).toBe(94)
    expect(template.signoffs).toEqual([
      { role: 'pm', label: 'Product Manager' },
      { role: 'tech-lead', label: 'Technical Lead' },
      { role: 'qa', label: 'QA Lead' },
      { role: 'devops', label: 'DevOps' },
    ])
    expect([...template.groups.values()].map(({ id, label, level, count }) => ({ id, label, level, count }))).toEqual([
      { id: 'g1', label: 'Phase', level: 1, count: 3 },
      { id: 'g1.1', label: 'Task', level: 2, count: 3 },
    ])
  })

  test('infers what each slot is from where it stands and what it is called', () => {
    const slot = (key: string) => template.slots.get(key)
    expect(slot('FEATURE_NAME')).toMatchObject({ form: 'plain', kind: 'text', label: 'Feature name', group: null })
    expect(slot('LEAD_DEVELOPER')).toMatchObject({ form: 'inline', kind: 'person' })
    expect(slot('START_DATE')).toMatchObject({ form: 'inline', kind: 'date' })
    expect(slot('KEY_ACHIEVEMENTS')).toMatchObject({ form: 'prose', kind: 'text' })
    expect(slot('API_DOC_LINK')).toMatchObject({ form: 'inline', kind: 'link', label: 'API doc link' })
    expect(slot('P#_TASK_##_DURATION')).toMatchObject({
      form: 'inline',
      kind: 'duration',
      label: 'Task duration',
      group: 'g1.1',
    })
  })

  test('[T1] an untouched record prints it byte for byte', () => {
    expect(printRecord(template, seeded(template))).toBe(implementationRecord)
  })
})

test('[T1] an untouched record prints its template byte for byte, whatever the template', () => {
  fc.assert(
    fc.property(anyTemplate, (source) => {
      const template = parseTemplate(source)
      expect(printRecord(template, seeded(template))).toBe(source)
    }),
    fuzz(120),
  )
})

test('the parts of a template without groups, put together, give it back', () => {
  const source = '\uFEFF---\nstatus: draft # {{A}}\nb: {{B}} c\n---\r\n# {{T}}\n- [ ] x\n\n{{P}}'
  const template = parseTemplate(source)
  expect(template.bom + sourceOf(template.outline)).toBe(source)
})

describe('a template that cannot be used is refused with its place', () => {
  const cases: readonly (readonly [name: string, source: string, line: number, column: number, message: RegExp])[] = [
    ['a slot that is not closed', '# {{TITLE\n', 1, 3, /braces of "\{\{TITLE" are not balanced/],
    ['a slot that lacks a closing brace', 'x\n\n{{NAME}\n', 3, 1, /not balanced/],
    ['a slot that lacks an opening brace', 'x {NAME}}\n', 1, 3, /not balanced/],
    ['front matter that is no YAML', '---\na: "b\n---\n\n# x\n', 3, 1, /not valid YAML/],
    ['a slot as a key', '---\n{{KEY}}: b\n---\n', 2, 1, /is a key of the front matter/],
    ['a slot in an unquoted YAML value of several lines', '---\na: b\n  {{C}}\n---\n', 3, 3, /several lines; quote it/],
    ['a slot as a reference label', '[x][{{REF}}]\n\n[{{REF}}]: y\n', 1, 5, /reference label/],
    ['a slot as a footnote label', 'a[^{{N}}]\n\n[^{{N}}]: b\n', 1, 4, /reference label/],
    ['two slots with nothing between them', '{{A}}{{B}} x\n', 1, 6, /nothing stands between/],
    [
      'two slots with nothing between them in an unquoted YAML value',
      '---\na: x {{A}}{{B}}\n---\n',
      2,
      11,
      /nothing stands between/,
    ],
    ['a slot in a key that is a list', '---\n? [{{A}}]\n: b\n---\n', 2, 4, /is a key of the front matter/],
    ['two blocks with nothing between them', '# x\n\n{{A}}\n\n{{B}}\n', 5, 1, /heading or a line of text/],
    ['an alias in the front matter', '---\na: &{{X}} b\n---\n', 2, 5, /neither a value nor in a comment/],
  ]
  test.each(cases)('%s', (_, source, line, column, message) => {
    const attempt = () => parseTemplate(source)
    expect(attempt).toThrow(TemplateError)
    expect(attempt).toThrow(message)
    expect(attempt).toThrow(expect.objectContaining({ code: 'template-invalid', line, column }))
  })
})

test('braces that are no slot are text', () => {
  const dollar = '$'
  const source = `Run ${dollar}{{ secrets.TOKEN }}, {{lower}}, {a: {b: 1}}, ${dollar}{HOME}} and {{{NAME}}}.\n`
  const template = parseTemplate(source)
  expect([...template.slots.keys()]).toEqual(['NAME'])
  expect(printRecord(template, seeded(template))).toBe(source)
})

describe('groups', () => {
  const groups = (source: string) =>
    [...parseTemplate(source).groups.values()].map(({ id, count, label }) => [id, count, label])

  test('a list whose items count is a group, and so is a numbered one', () => {
    expect(groups('- {{STEP_1}}\n- {{STEP_2}}\n')).toEqual([['g1', 2, 'Step']])
    expect(groups('1. {{STEP_1}}\n2. {{STEP_2}}\n3. {{STEP_3}}')).toEqual([['g1', 3, 'Step']])
  })

  test('sections that count are a group, with groups in them', () => {
    expect(groups('## A 1\n- {{X1_Y_1}}\n- {{X1_Y_2}}\n\n## A 2\n- {{X2_Y_1}}\n- {{X2_Y_2}}\n')).toEqual([
      ['g1', 2, 'Item'],
      ['g1.1', 2, 'Item'],
    ])
  })

  test('a run ends where an item differs in more than its number', () => {
    expect(groups('- {{STEP_1}}\n- {{STEP_2}}\n- {{STEP_3}} !\n')).toEqual([['g1', 2, 'Step']])
    expect(groups('- {{STEP_1}}\n- {{STEP_2}}\n\n- {{STEP_3}}\n')).toEqual([['g1', 2, 'Step']])
  })

  test('what only looks like a run is none', () => {
    expect(groups('- Step 1\n- Step 2\n')).toEqual([])
    expect(groups('- {{A}} 1\n- {{A}} 2\n')).toEqual([])
    expect(groups('- {{STEP_1}}\n')).toEqual([])
    expect(groups('- {{STEP_0}}\n- {{STEP_1}}\n')).toEqual([])
    expect(groups('- {{STEP_01}}\n- {{STEP_02}}\n')).toEqual([])
    expect(groups('- {{A_1}}\n- {{B_2}}\n')).toEqual([])
    expect(groups('## {{A_1}}\ntext\n\n### {{A_2}}\ntext\n')).toEqual([])
  })

  test('an inner run whose values would belong to several outer items is none', () => {
    expect(groups('## {{X_1}}\n- {{Y_1}}\n- {{Y_2}}\n\n## {{X_2}}\n- {{Y_1}}\n- {{Y_2}}\n')).toEqual([
      ['g1', 2, 'Item'],
    ])
  })

  test('two runs that nothing tells apart are none', () => {
    expect(groups('- {{A_1}}\n- {{A_2}}\n\n- {{B_1}}\n- {{B_2}}\n')).toEqual([])
    expect(groups('- {{A_1}}\n- {{A_2}}\n- {{B_1}}!\n- {{B_2}}!\n')).toHaveLength(2)
  })

  test('a slot of an item can be named from outside its group', () => {
    const template = parseTemplate('First: {{STEP_1}}, third: {{STEP_3}}\n\n- {{STEP_1}}\n- {{STEP_2}}\n')
    expect([...template.slots.keys()]).toEqual(['STEP_#'])
  })
})

describe('front matter', () => {
  const print = (source: string, values = {}, options = {}) => {
    const template = parseTemplate(source)
    const doc = seeded(template)
    fillRecord(template, doc, { slots: values })
    return printRecord(template, doc, options)
  }

  test('takes slots in lists, maps, blocks of text and comments', () => {
    const source = '---\na: [x, {{A}}]\nb: {c: {{B}}}\nd: |\n  {{C}}\ne: >-\n  {{D}}\n# {{E}}\nf: &x 1\ng: *x\n---\n'
    expect(print(source)).toBe(source)
    expect(print(source, { A: 'a, b', B: 'c: d', E: 'e # f' })).toBe(
      source.replace('{{A}}', '"a, b"').replace('{{B}}', '"c: d"').replace('{{E}}', 'e # f'),
    )
  })

  test('has a status only where one line says it and nobody types it', () => {
    for (const source of [
      '---\nstatus: {{A}}\n---\n',
      '---\nstatus: |\n  open\n---\n',
      '---\nstatus: ""\n---\n',
      '---\nstatus: [a]\n---\n',
      '---\n- status\n---\n',
    ]) {
      expect(print(source, {}, { status: 'draft' })).toBe(source)
    }
  })
})

describe('sign-offs', () => {
  const signoffs = (source: string) => parseTemplate(source).signoffs

  test('are two slots and brackets around the second', () => {
    expect(signoffs('- **QA Lead**: {{QA_SIGNOFF}} ({{QA_SIGNOFF_DATE}})')).toEqual([{ role: 'qa', label: 'QA Lead' }])
    expect(signoffs('{{TECH_LEAD_SIGNOFF}} ({{TECH_LEAD_SIGNOFF_DATE}})')).toEqual([
      { role: 'tech-lead', label: 'tech-lead' },
    ])
  })

  test('are none in other shapes, or in the items of a group', () => {
    expect(signoffs('{{QA_SIGNOFF}}, {{QA_SIGNOFF_DATE}}')).toEqual([])
    expect(signoffs('{{QA_SIGNOFF}} ({{QA_SIGNOFF_DATE}}')).toEqual([])
    expect(signoffs('{{QA}} ({{QA_DATE}})')).toEqual([])
    expect(signoffs('- {{A1_SIGNOFF}} ({{A1_SIGNOFF_DATE}})\n- {{A2_SIGNOFF}} ({{A2_SIGNOFF_DATE}})')).toEqual([])
  })
})

test('[T1] an empty template is a record, too', () => {
  const template = parseTemplate('')
  expect(template).toMatchObject({ name: '', titleSlot: null, newline: '\n', layout: [] })
  expect(printRecord(template, seeded(template))).toBe('')
})
