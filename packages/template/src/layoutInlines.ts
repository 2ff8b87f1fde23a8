import type { PhrasingContent } from 'mdast'
import { decodeString } from 'micromark-util-decode-string'
import type { Feature } from './features.js'
import type { LayoutInline } from './layout.js'
import { splitLines } from './lines.js'
import type { Part } from './outline.js'
import type { FoundSignoff } from './signoffs.js'
import { spanOf } from './syntax.js'

export interface InlineInput {
  readonly text: string
  readonly features: readonly Feature[]
  readonly signoffs: readonly FoundSignoff[]
}

/** What a reader sees of literal source. */
export type Decode = (source: string) => string

export const asIs: Decode = (source) => source.replace(/\r\n?/g, '\n')
const asMarkdown: Decode = (source) => decodeString(source.replace(/(\r\n|\n|\r)[ \t>]*/g, '\n'))
const asCode: Decode = (source) => asIs(source).replace(/^`+ ?| ?`+$/g, '')
/** Quotes and brackets of YAML are not shown; the page shows values. */
const asYaml: Decode = (source) => source.replace(/["'[\]]/g, '')

/** What stands inside a block: nodes of Markdown, or literal text, with the template's features between. */
export interface Inlines {
  inlines(nodes: readonly PhrasingContent[]): LayoutInline[]
  /** Source from `start` to `end` as text and features. */
  pieces(start: number, end: number, decode: Decode): LayoutInline[]
  pieceOf(part: Part): LayoutInline[]
  featuresIn(start: number, end: number): Feature[]
  /** The lines of front matter. */
  fields(start: number, end: number): { key: string; children: LayoutInline[] }[]
}

export function createInlines({ text, features, signoffs }: InlineInput): Inlines {
  function inlines(nodes: readonly PhrasingContent[]): LayoutInline[] {
    return nodes.flatMap(inlineOf)
  }

  function inlineOf(node: PhrasingContent): LayoutInline[] {
    const { start, end } = spanOf(node)
    switch (node.type) {
      case 'text':
        return featuresIn(start, end).length === 0 ? textOf(node.value) : pieces(start, end, asMarkdown)
      case 'strong':
      case 'emphasis':
        return [{ type: node.type, children: inlines(node.children) }]
      case 'delete':
        return [{ type: 'strike', children: inlines(node.children) }]
      case 'link': {
        const behind = Math.max(start + 1, ...node.children.map((child) => spanOf(child).end))
        const target = featuresIn(behind, end).length === 0 ? textOf(node.url) : pieces(behind + 2, end - 1, asMarkdown)
        return [{ type: 'link', children: inlines(node.children), target }]
      }
      case 'inlineCode':
        return [{ type: 'code', children: pieces(start, end, asCode) }]
      case 'break':
        return [{ type: 'break' }]
      default:
        return pieces(start, end, asIs)
    }
  }

  function pieces(start: number, end: number, decode: Decode): LayoutInline[] {
    const found: LayoutInline[] = []
    let from = start
    for (const { start: at, end: behind, part } of featuresIn(start, end)) {
      if (at < from) continue
      const signoff = signoffs.find((one) => one.start === at)
      found.push(...textOf(decode(text.slice(from, at))))
      if (signoff === undefined) found.push(...pieceOf(part))
      else found.push({ type: 'signoff', role: signoff.role, label: signoff.label })
      from = signoff?.end ?? behind
    }
    return [...found, ...textOf(decode(text.slice(from, end)))]
  }

  function fields(start: number, end: number): { key: string; children: LayoutInline[] }[] {
    return splitLines(text.slice(start, end)).flatMap((line) => {
      if (/^(?:---)?\s*$/.test(line.text)) return []
      const [prefix = '', key = ''] = /^\s*(?:- )?([^\s:#][^:]*):[ \t]*/.exec(line.text) ?? []
      const from = start + line.start
      return [{ key: key.trim(), children: pieces(from + prefix.length, from + line.text.trimEnd().length, asYaml) }]
    })
  }

  const featuresIn = (start: number, end: number) => features.filter((one) => one.start >= start && one.end <= end)

  return { inlines, pieces, pieceOf, featuresIn, fields }
}

function pieceOf(part: Part): LayoutInline[] {
  switch (part.type) {
    case 'slot':
      return [{ type: 'slot', slot: part.slot, at: part.at }]
    case 'index':
      return [{ type: 'index', level: part.level }]
    case 'tick':
      return [...(part.shape === 'mark' ? textOf(' ') : []), { type: 'tick', id: part.id, done: part.done }]
    case 'status':
      return [{ type: 'status', value: part.source }]
    case 'signoff':
    case 'literal':
      return textOf(part.source)
    case 'scalar':
      return part.parts.flatMap(pieceOf)
  }
}

function textOf(value: string): LayoutInline[] {
  return value
    .split('\n')
    .flatMap((line, i): LayoutInline[] => [
      ...(i > 0 ? [{ type: 'break' } as const] : []),
      ...(line === '' ? [] : [{ type: 'text', value: line } as const]),
    ])
}
