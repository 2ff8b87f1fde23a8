import * as Y from 'yjs'

/** The name of the document's root map that holds imported texts, by `memoryKey`. */
export const memoryName = 'imported'

/** What a fragment is called in maps beside it: the name of a root type, `client:clock` of a nested one. */
export function memoryKey(fragment: Y.XmlFragment): string {
  const item = fragment._item
  return item === null ? Y.findRootTypeKey(fragment) : `${item.id.client}:${item.id.clock}`
}

/** Keeps the Markdown that a fragment was made from, as it reaches other replicas. A fragment outside of a document remembers nothing. */
export function rememberMarkdown(fragment: Y.XmlFragment, markdown: string): void {
  fragment.doc?.getMap<unknown>(memoryName).set(memoryKey(fragment), markdown.replace(/\p{Surrogate}/gu, '\uFFFD'))
}

/** The Markdown that a fragment was made from, `''` if none is known. Whoever can write the document can forge it. */
export function rememberedMarkdown(fragment: Y.XmlFragment): string {
  const markdown = fragment.doc?.getMap<unknown>(memoryName).get(memoryKey(fragment))
  return typeof markdown === 'string' ? markdown : ''
}
