import { decodeString } from 'micromark-util-decode-string'
import { parse } from 'yaml'
import type { Context } from './outline.js'
import { inlineToMarkdown, linkified } from './prose/inline.js'

/** The characters of the line next to a value; empty at its ends. */
export interface Neighbours {
  readonly before: string
  readonly after: string
}

/**
 * Writes plain text so that it stays what it is in its context and cannot end it.
 * @param text one line, as `cleanLine` leaves it.
 * @see docs/spec.md T4
 */
export function encodeText(context: Context, text: string, neighbours: Neighbours): string {
  switch (context.kind) {
    case 'block':
    case 'inline': {
      const { cell, atBreak } = context.kind === 'inline' ? context : { cell: false, atBreak: true }
      return inlineToMarkdown(linkified(text), { cell, atBreak, ...neighbours })
    }
    case 'linkText':
      return encodeLabel(text, context.cell)
    case 'linkTarget':
      return referenced(text, balanced(text) ? /[\s<>\\"'`|]/g : /[\s<>()\\"'`|]/g)
    case 'linkTitle':
      return referenced(text, /[<>()\\"'`|]/g)
    case 'yaml':
      return encodeScalar(context.style, text)
    case 'code':
      return encodeCode(context.fence, context.cell, text, neighbours.before)
    case 'html':
      return encodeHtml(text, neighbours.before)
  }
}

/** @returns the text that stands in `source`: the inverse of `encodeText`, and what a person's own writing means. */
export function decodeText(context: Context, source: string): string {
  switch (context.kind) {
    case 'block':
    case 'inline':
    case 'linkText':
    case 'linkTarget':
    case 'linkTitle':
      return decodeString(source)
    case 'yaml':
      return decodeScalar(context.style, source)
    case 'code':
    case 'html':
      return fromNumbers(source)
  }
}

/** A character written as its number: understood wherever Markdown or HTML is, and by Colophon where neither is. */
export function numbered(char: string): string {
  return `&#${char.codePointAt(0)};`
}

function fromNumbers(source: string): string {
  return source.replace(/&#(\d{1,7}|x[\da-f]{1,6});/g, (whole, digits: string) => {
    const code = Number(digits.replace('x', '0x'))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** Keeps text that looks like a numbered character from being taken for one. */
const unnumbered = (text: string) => text.replace(/&(?=#(?:\d+|x[\da-f]+);)/g, numbered('&'))

function referenced(text: string, unsafe: RegExp): string {
  return text.replace(/&(?=#?\w+;)/g, '&amp;').replace(unsafe, numbered)
}

function balanced(text: string): boolean {
  let depth = 0
  for (const char of text) {
    if (char === '(') depth += 1
    else if (char === ')') depth -= 1
    if (depth < 0 || depth > 3) return false
  }
  return depth === 0
}

const inLabel = /\\(?=[!-/:-@[-`{-~]|$)|[`*[\]~]|<(?=[A-Za-z/!?])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu

/** A link's own brackets pair with any in its text that are not escaped; no other link can start there. */
function encodeLabel(text: string, cell: boolean): string {
  const escaped = text.replace(inLabel, '\\$&')
  return cell ? escaped.replaceAll('|', '\\|') : escaped
}

function encodeScalar(style: 'double' | 'single' | 'plain' | 'raw', text: string): string {
  switch (style) {
    case 'double':
      return JSON.stringify(text).slice(1, -1)
    case 'single':
      return unnumbered(text).replaceAll("'", "''")
    case 'plain':
    case 'raw':
      return unnumbered(text)
  }
}

function decodeScalar(style: 'double' | 'single' | 'plain' | 'raw', source: string): string {
  switch (style) {
    case 'double':
      return parseQuoted(source)
    case 'single':
      return fromNumbers(source.replaceAll("''", "'"))
    case 'plain':
    case 'raw':
      return fromNumbers(source)
  }
}

/** Text between double quotes that is no valid YAML was written by hand; it is taken as it stands. */
function parseQuoted(source: string): string {
  if (!source.includes('\\')) return source
  try {
    return String(parse(`"${source}"`))
  } catch {
    return source
  }
}

function encodeCode(fence: string, cell: boolean, text: string, before: string): string {
  const safe = unnumbered(text)
  const inline = fence === '' ? safe.replaceAll('`', numbered) : safe
  const line = cell ? inline.replace(/[|\\]/g, numbered) : inline
  const closes = fence !== '' && before === '' && line.startsWith(fence.charAt(0).repeat(3))
  return closes ? numbered(line) + line.slice(1) : line
}

function encodeHtml(text: string, before: string): string {
  const unsafe = before === '=' ? /[&<>"'`=\s]/g : /[&<>"'`]/g
  // Two dashes, or one at an end, could close a comment.
  return text.replace(unsafe, numbered).replace(/-(?=-|$)|(?<=^|-)-/g, numbered)
}
