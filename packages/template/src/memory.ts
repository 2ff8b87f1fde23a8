import type * as Y from 'yjs'
import { decodeText } from './encode.js'
import type { Context } from './outline.js'
import { parseInline } from './prose/inline.js'
import { memoryKey } from './prose/memory.js'
import { sameNodes } from './prose/schema.js'
import type { TextValue } from './values.js'

const sourcesOf = (doc: Y.Doc) => doc.getMap<unknown>('sources')

/** Keeps how an imported file wrote a text slot. */
export function remember(fragment: Y.XmlFragment, sources: readonly string[]): void {
  if (fragment.doc !== null) sourcesOf(fragment.doc).set(memoryKey(fragment), [...sources])
}

/**
 * @returns how a file wrote the value, if that still means the same where it is to be printed: a stale or forged memory
 *   can do no harm.
 */
export function remembered(fragment: Y.XmlFragment, context: Context, value: TextValue): string | undefined {
  if (fragment.doc === null) return undefined
  const sources = sourcesOf(fragment.doc).get(memoryKey(fragment))
  if (!Array.isArray(sources)) return undefined
  return sources.find(
    (source): source is string => typeof source === 'string' && isSingleLine(source) && means(source, context, value),
  )
}

const isSingleLine = (source: string) => !/[\r\n]/.test(source)

function means(source: string, context: Context, value: TextValue): boolean {
  return value.kind === 'plain'
    ? decodeText(context, source) === value.text
    : sameNodes(parseInline(source), value.nodes)
}
