import { readFileSync } from 'node:fs'
import {
  fillRecord,
  implementationRecord,
  parseTemplate,
  printRecord,
  readRecord,
  seedRecord,
  type Values,
} from '@colophon/template'
import { micromark } from 'micromark'
import { frontmatter, frontmatterHtml } from 'micromark-extension-frontmatter'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import * as Y from 'yjs'

/** A filled record, for Colophon and for the stock editor. */
export interface Text {
  /** The file that is imported. */
  readonly markdown: string
  /** What slots say instead afterwards, by key: more than an import takes. */
  readonly slots: Readonly<Record<string, string>>
  /** All of it, as the stock editor is given it. */
  readonly html: string
  /** Plain words of its last paragraph. */
  readonly lastWords: string
}

export type TextName = 'sample' | 'megabyte'

/** The template of both. */
export const template = parseTemplate(implementationRecord)

export function readTexts(): Record<TextName, Text> {
  const markdown = readFileSync(new URL('../../../docs/samples/rate-limits.md', import.meta.url), 'utf8')
  const { values } = readRecord(template, markdown)
  const prose = [...template.slots.values()].filter(({ form, group }) => form === 'prose' && group === null)
  const long = Object.fromEntries(
    prose.map(({ key }, place) => [key, `${longText(1_000_000 / prose.length, place)}\n\n${values.slots[key] ?? ''}`]),
  )
  const all = { ...values, slots: { ...values.slots, ...long } }
  const lastWords = 'shard by tenant hash after that'
  return {
    sample: { markdown, slots: {}, html: htmlOf(markdown), lastWords },
    megabyte: { markdown, slots: long, html: htmlOf(printed(all)), lastWords },
  }
}

function htmlOf(markdown: string): string {
  return micromark(markdown, {
    extensions: [gfm(), frontmatter()],
    htmlExtensions: [gfmHtml(), frontmatterHtml()],
  })
}

function printed(values: Values): string {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedRecord(template))
  fillRecord(template, doc, values)
  const markdown = printRecord(template, doc)
  doc.destroy()
  return markdown
}

/** Paragraphs with marks, and lists, of so many characters together. */
function longText(chars: number, place: number): string {
  const blocks: string[] = []
  for (let length = 0; length < chars; length += blocks.at(-1)?.length ?? 0) {
    const number = `${place}.${blocks.length}`
    blocks.push(blocks.length % 4 === 3 ? listOf(number) : `In step ${number} ${sentence.repeat(3)}`)
  }
  return blocks.join('\n\n')
}

const sentence = 'the limiter *sheds* load per tenant before the queue fills up, and **says so** in `limits.log`. '
const listOf = (number: string) => [1, 2, 3].map((item) => `- Point ${item} of ${number}: ${sentence}`).join('\n')
