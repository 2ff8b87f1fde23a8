import type * as Y from 'yjs'
import { decodeText } from './encode.js'
import type { TextValue } from './filled.js'
import type { Context } from './outline.js'
import { normalLine, parseInline } from './prose/inline.js'
import { memoryKey } from './prose/memory.js'
import { sameNodes } from './prose/schema.js'
import type { Source } from './record.js'

/** The document's root map of what imported files said, by `memoryKey`. */
const memoryName = 'sources'

/** Keeps how an imported file wrote a text slot. */
export function remember(fragment: Y.XmlFragment, sources: readonly Source[]): void {
  const said = sources.map(({ kind, source }) => [kind, source])
  fragment.doc?.getMap<unknown>(memoryName).set(memoryKey(fragment), said)
}

/**
 * @returns how a file wrote the value in a place like this one, if that still means the same there: a stale or forged
 *   memory can do no harm.
 */
export function remembered(
  fragment: Y.XmlFragment,
  context: Context,
  value: TextValue,
  canonical: string,
): string | undefined {
  const sources = fragment.doc?.getMap<unknown>(memoryName).get(memoryKey(fragment))
  if (!Array.isArray(sources)) return undefined
  const alike = sources
    .filter(Array.isArray)
    .flatMap(([kind, source]): string[] => (kind === context.kind && typeof source === 'string' ? [source] : []))
  // Places of one kind can differ, too: a pipe is escaped in a table's cell alone.
  if (alike.includes(canonical)) return canonical
  return alike.find((source) => isLine(source) && means(source, context, value))
}

const isLine = (source: string) => !/[\r\n]/.test(source)

function means(source: string, context: Context, value: TextValue): boolean {
  if (value.kind === 'plain') return decodeText(context, source) === value.text
  const cell = context.kind === 'inline' && context.cell
  return sameNodes(normalLine(parseInline(source, { cell })), value.nodes)
}
