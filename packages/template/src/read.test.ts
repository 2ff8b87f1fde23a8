import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import sample from '../../../docs/samples/rate-limits.md?raw'
import { ReadError } from './errors.js'
import { implementationRecord } from './implementationRecord.js'
import { parseTemplate } from './parse.js'
import { readRecord } from './read.js'
import { fuzz } from './testing/fuzz.js'
import { hostileText } from './testing/hostile.js'
import { anyTemplate } from './testing/templates.js'

const builtIn = parseTemplate(implementationRecord)
const lineOf = (text: string) => sample.split('\n').findIndex((line) => line.includes(text)) + 1

describe('[T7] a file edited by hand', () => {
  test('is read around a line that is not the template’s, which is named', () => {
    const file = sample.replace('**Total Duration**', '**Some Line**: of their own\n**Total Duration**')
    const { values, problems } = readRecord(builtIn, file)
    expect(problems).toEqual([
      {
        line: lineOf('**Total Duration**'),
        text: '**Some Line**: of their own',
        reason: 'No part of the template has this line.',
      },
    ])
    expect(values.slots.TOTAL_DURATION).toBe('8.5 weeks')
  })

  test('is read around a label that was changed', () => {
    const { values, problems } = readRecord(builtIn, sample.replace('**Lead Developer**', '**Lead**'))
    expect(problems.map(({ text }) => text)).toEqual(['**Lead**: gateway-lead'])
    expect(values.slots.LEAD_DEVELOPER).toBeUndefined()
    expect(values.slots.TEAM_MEMBERS).toBe('gateway-lead, gateway-2, sre-oncall, qa-3')
  })

  test('keeps sections of its own as part of the prose before them', () => {
    const { values, problems } = readRecord(
      builtIn,
      sample.replace('## Implementation Details', '### Surprises\nMany.\n\n## Implementation Details'),
    )
    expect(problems).toEqual([])
    expect(values.slots.PLAN_DEVIATIONS).toMatch(/### Surprises\nMany\.$/)
  })

  test('may lack lines, sections and front matter', () => {
    const short = sample
      .slice(sample.indexOf('# Per-tenant'))
      .replace(/## Quality Assurance[\s\S]*?(?=## Deployment)/, '')
    const { values, problems } = readRecord(builtIn, short)
    expect(problems).toEqual([])
    expect(values.slots).toMatchObject({
      FEATURE_NAME: 'Per-tenant "fair" rate limits',
      DEPLOYMENT_STRATEGY_USED: 'Blue/green, then shadow mode for two weeks.',
    })
    expect(values.slots.CODE_REVIEW_RESULTS).toBeUndefined()
  })

  test('may say two things of one slot: the first is kept and the other named', () => {
    const { values, problems } = readRecord(builtIn, sample.replace('to 2026-10-30\n', 'to 2026-10-31\n'))
    expect(values.slots.COMPLETION_DATE).toBe('2026-10-30')
    expect(problems).toEqual([
      {
        line: lineOf('**Implementation Period**'),
        text: '2026-10-31',
        reason: expect.stringContaining('Completion date stands in more than one place'),
      },
    ])
  })

  test('may number its items as it likes', () => {
    const { values } = readRecord(builtIn, sample.replace('### Phase 2:', '### Phase 7:'))
    expect(values.groups.g1?.map((phase) => phase.slots['PHASE_#_NAME'])).toEqual(['Limiter core', 'Roll-out'])
  })

  test('may have other line endings, a byte order mark, and spaces at the ends of its lines', () => {
    const { values, problems } = readRecord(
      builtIn,
      `\uFEFF${sample.replaceAll('\n', '\r\n').replace('8.5 weeks', '8.5 weeks  ')}`,
    )
    expect(problems).toEqual([])
    expect(values.slots.TOTAL_DURATION).toBe('8.5 weeks')
    expect(values.slots.PLAN_DEVIATIONS).toMatch(/^> The plan said/)
  })

  test('may hold the template’s words inside a code block without being misled', () => {
    const { values, problems } = readRecord(
      builtIn,
      sample.replace('Dashboard *Gateway', '```\n### Alerting Configuration\n```\n\nDashboard *Gateway'),
    )
    expect(problems).toEqual([])
    expect(values.slots.MONITORING_SETUP).toMatch(/^```\n### Alerting Configuration\n```\n\nDashboard/)
  })

  test('may leave an empty place where a placeholder was', () => {
    const { values, problems } = readRecord(
      builtIn,
      sample.replace('**Total Duration**: 8.5 weeks', '**Total Duration**:'),
    )
    expect(problems).toEqual([])
    expect(values.slots.TOTAL_DURATION).toBeUndefined()
  })
})

describe('a file that is something else is refused', () => {
  const strangers = {
    'a README': '# My project\n\nA text.\n\n## Install\n\nnpm i\n\n## Use\n\nLike so.\n',
    nothing: '',
    'half of it': sample.slice(0, 10),
  }
  test.each(Object.entries(strangers))('%s', (_, text) => {
    const attempt = () => readRecord(builtIn, text)
    expect(attempt).toThrow(ReadError)
    expect(attempt).toThrow(expect.objectContaining({ code: 'not-a-record', column: 1 }))
    expect(attempt).toThrow(/Nothing was imported/)
  })

  test('a file with more cells than any record', () => {
    const attempt = () => readRecord(builtIn, `a\n${'|a'.repeat(20_001)}\n`)
    expect(attempt).toThrow(expect.objectContaining({ code: 'too-large', line: 2 }))
  })

  test('a file with more characters than any record', () => {
    const attempt = () => readRecord(builtIn, 'a'.repeat(4_000_001))
    expect(attempt).toThrow(expect.objectContaining({ code: 'too-large', line: 1 }))
  })

  test('a file larger than any record', () => {
    const attempt = () => readRecord(builtIn, 'a\n'.repeat(60_000))
    expect(attempt).toThrow(expect.objectContaining({ code: 'too-large', line: 20_000 }))
  })
})

test('a template of one slot takes any file', () => {
  expect(readRecord(parseTemplate('{{ALL}}'), '# Anything\n\nat all\n').values.slots).toEqual({
    ALL: '# Anything\n\nat all',
  })
})

test('an item named from outside its group is read there, too', () => {
  const template = parseTemplate('# First: {{STEP_1}}, fourth: {{STEP_4}}\n\n- {{STEP_1}}\n- {{STEP_2}}\n')
  const { values, problems } = readRecord(template, '# First: one, fourth: four\n\n- {{STEP_1}}\n- two\n')
  expect(values.groups.g1?.map((item) => item.slots)).toEqual([{ 'STEP_#': 'one' }, { 'STEP_#': 'two' }])
  expect(problems).toEqual([
    { line: 1, text: 'four', reason: expect.stringContaining('an item that the file does not have') },
  ])
})

test('[T7] whatever the file, reading ends in values or in a typed error', () => {
  const junk = fc
    .array(fc.oneof(hostileText, fc.constantFrom(...sample.split('\n'))), { maxLength: 40 })
    .map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(anyTemplate, junk, (source, file) => {
      const template = parseTemplate(source)
      try {
        const { problems } = readRecord(template, file)
        const lines = file.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
        for (const { line, text } of problems) expect(lines[line - 1]).toContain(text)
      } catch (error) {
        expect(error).toBeInstanceOf(ReadError)
      }
    }),
    fuzz(120),
  )
}, 60_000)

test('[T7] a file may write one value in two ways, and both are kept', () => {
  const template = parseTemplate('**A**: {{A}}\n\nAgain: {{A}}\n')
  const { values, problems } = readRecord(template, '**A**: *x*\n\nAgain: _x_\n')
  expect(problems).toEqual([])
  expect(values.sources.A?.map(({ source }) => source)).toEqual(['*x*', '_x_'])
})

test('[T7] everything without a place is named, in the file’s order', () => {
  const template = parseTemplate('# T {{T}}\n\n**A**: {{A}}\n\nAgain: {{A}}\n')
  const { problems } = readRecord(template, '# T x\n\n**A**: a\n\nAgain: b\n\n### What is this\n')
  expect(problems.map(({ line, text }) => [line, text])).toEqual([
    [5, 'b'],
    [7, '### What is this'],
  ])
})

test('values in unquoted YAML are read around what stands between and behind them', () => {
  const template = parseTemplate('---\nkind: record\na: x {{A}} y # {{B}}\nstatus: draft # {{C}}\n---\n\n# T\n')
  const file = (a: string) => `---\nkind: record\na: ${a} # b\nstatus: done # c\n---\n\n# T\n`
  expect(readRecord(template, file('x 1 y')).values.slots).toEqual({ A: '1', B: 'b', C: 'c' })
  expect(readRecord(template, file('z')).problems.map(({ line }) => line)).toEqual([3])
})
