import { unsafe } from './frontMatter.js'
import { lineStartOf } from './lines.js'
import type { Context } from './outline.js'
import type { Occurrence } from './slots.js'
import { constructsAt, type Token } from './syntax.js'

const labels = new Set([
  'definitionLabelString',
  'gfmFootnoteDefinitionLabelString',
  'referenceString',
  'gfmFootnoteCallString',
])
const targets = new Set([
  'resourceDestinationString',
  'definitionDestinationString',
  'codeFencedFenceInfo',
  'codeFencedFenceMeta',
])
const titles = new Set(['resourceTitleString', 'definitionTitleString'])
const nests = new Set(['strong', 'emphasis', 'strikethrough', 'literalAutolink', 'setextHeadingText'])
const containers = new Set(['blockQuote', 'listOrdered', 'listUnordered', 'gfmFootnoteDefinition'])

/** A slot, and what it stands in. */
export interface SlotInContext extends Occurrence {
  readonly context: Context
}

/**
 * What a slot outside the front matter stands in.
 * @throws TemplateError for a place where no value could be written safely.
 */
export function contextOf(source: string, tokens: readonly Token[], slot: Occurrence): Context {
  const around = constructsAt(tokens, slot.start)
  const has = (types: ReadonlySet<string>) => around.some((token) => types.has(token.type))
  const within = (type: string) => around.some((token) => token.type === type)
  if (has(labels))
    throw unsafe(source, slot, 'is a reference label, which would tie it to other text; use it in the link itself')
  if (has(targets)) return { kind: 'linkTarget' }
  if (has(titles)) return { kind: 'linkTitle' }
  const cell = within('tableContent')
  if (within('codeText') || within('codeIndented')) return { kind: 'code', fence: '', cell }
  const fenced = around.find((token) => token.type === 'codeFenced')
  if (fenced !== undefined) return { kind: 'code', fence: fenceOf(source, fenced), cell }
  if (within('htmlText') || within('htmlFlow')) return { kind: 'html' }
  if (within('label')) return { kind: 'linkText', cell }
  const paragraph = around.find((token) => token.type === 'paragraph')
  if (paragraph?.start === slot.start && paragraph.end === slot.end && !has(containers) && startsLine(source, slot)) {
    return { kind: 'block' }
  }
  const lineStart = Math.max(lineStartOf(source, slot.start), paragraph?.start ?? 0)
  const atBreak = paragraph !== undefined && source.slice(lineStart, slot.start).trim() === ''
  return { kind: 'inline', cell, atBreak, nested: has(nests) }
}

const startsLine = (source: string, slot: Occurrence) => lineStartOf(source, slot.start) === slot.start

function fenceOf(source: string, { start }: Token): string {
  let end = start
  while (source.charAt(end) === source.charAt(start)) end += 1
  return source.slice(start, end)
}
