import type * as Y from 'yjs'

/** Something that can be read now and tells when it has changed; also when it changed between the two. */
export interface Watch<T> {
  get(): T
  subscribe(listener: () => void): () => void
}

/** Tells of every change within a fragment. What it gives is new whenever the text may be. */
export function watchFragment(fragment: Y.XmlFragment): Watch<number> {
  const { doc } = fragment
  const changes = doc === null ? () => 0 : changesOf(doc)
  return {
    get: changes,
    subscribe(listener) {
      fragment.observeDeep(listener)
      return () => fragment.unobserveDeep(listener)
    },
  }
}

const counters = new WeakMap<Y.Doc, () => number>()

/** How many changes a document has seen since this was first asked: a fragment keeps no count of its own. */
function changesOf(doc: Y.Doc): () => number {
  const known = counters.get(doc)
  if (known !== undefined) return known
  let changes = 0
  doc.on('beforeObserverCalls', () => {
    changes += 1
  })
  const count = () => changes
  counters.set(doc, count)
  return count
}
