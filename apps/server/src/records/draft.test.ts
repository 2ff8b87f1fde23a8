import { implementationRecord, printRecord, recordTemplate } from '@colophon/template'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { draftImport, draftNew } from './draft.js'

function docOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

function printed(state: Uint8Array): string {
  const doc = docOf(state)
  return printRecord(recordTemplate(doc), doc)
}

const general = { id: 'general', source: '# {{TITLE}}\n\n{{TEXT}}\n' }
const minutes = { id: 'minutes', source: '# {{TITLE}}\n\n## Present\n\n{{PEOPLE}}\n\n## Decisions\n\n{{DECISIONS}}\n' }
const record = { id: 'implementation-record', source: implementationRecord }
const filledMinutes = '# Planning\n\n## Present\n\nAda, Bob\n\n## Decisions\n\n- ship it\n'

describe('a draft', () => {
  test('[T1] [S4] of a new record prints its template', () => {
    expect(printed(draftNew({ kind: 'new', source: implementationRecord, title: undefined }).state)).toBe(
      implementationRecord,
    )
  })

  test('with a title fills the title slot', () => {
    const draft = draftNew({ kind: 'new', source: minutes.source, title: 'Planning' })
    expect(draft).toMatchObject({ title: 'Planning', completeness: { filled: 1, total: 3 } })
    expect(printed(draft.state)).toContain('# Planning\n')
  })

  test('keeps a title for the index where the template has no place for one', () => {
    const draft = draftNew({ kind: 'new', source: 'Plain.\n\n{{TEXT}}\n', title: 'Planning' })
    expect(draft.title).toBe('Planning')
    expect(printed(draft.state)).toBe('Plain.\n\n{{TEXT}}\n')
  })

  test.each([[[general, record, minutes]], [[minutes, general, record]], [[record, minutes, general]]])(
    '[T3] of a file takes the template that the file was made from, whatever the order: %#',
    (templates) => {
      const draft = draftImport({ kind: 'import', markdown: filledMinutes, templates })
      expect(draft).toMatchObject({ templateId: 'minutes', title: 'Planning', problems: [] })
      expect(printed(draft.state)).toBe(filledMinutes)
    },
  )

  test('of an untouched form takes its own template, not one that would swallow it whole', () => {
    const draft = draftImport({ kind: 'import', markdown: implementationRecord, templates: [general, record] })
    expect(draft).toMatchObject({ templateId: 'implementation-record', completeness: { filled: 0 } })
  })

  test('[M4] is not made of a file that takes too long to read, whichever template could take it in', () => {
    const markdown = implementationRecord.replace('{{KNOWN_ISSUES}}', () => '['.repeat(100_000))
    expect(() => draftImport({ kind: 'import', markdown, templates: [record, general, minutes] })).toThrow(
      expect.objectContaining({ code: 'too-large', line: markdown.split('\n').indexOf('['.repeat(100_000)) + 1 }),
    )
  })

  test('is not made of a file that fits no template', () => {
    expect(() => draftImport({ kind: 'import', markdown: 'Dear diary', templates: [record, minutes] })).toThrow(
      expect.objectContaining({ code: 'not-a-record' }),
    )
    expect(() => draftImport({ kind: 'import', markdown: 'Dear diary', templates: [] })).toThrow(
      expect.objectContaining({ code: 'not-a-record' }),
    )
  })
})
