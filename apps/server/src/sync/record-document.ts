import * as Y from 'yjs'
import type { Log } from '../log.js'
import type { DeleteRange } from './update-reader.js'

/**
 * A record's text as its room holds it: what is durable and nothing else (D7), so that whatever is read from it may be
 * shown. The room knows no more of it than this.
 */
export interface RecordDocument {
  /** How many structs of `client` are in. */
  clockOf(client: number): number
  /** Whether everything in the range is deleted already. */
  hasDeleted(range: DeleteRange): boolean
  /** Adds updates. @returns what was new in them, as one update; `undefined` where nothing was. */
  apply(updates: readonly Uint8Array[]): Uint8Array | undefined
  stateVector(): Uint8Array
  /** What somebody with the state `vector` lacks, as one update. */
  missingFrom(vector: Uint8Array): Uint8Array
  /** Everything, as one update. */
  snapshot(): Uint8Array
  /** Calls `look` with the document, which it may neither change nor keep. */
  read<T>(look: (doc: Y.Doc) => T): T
  destroy(): void
}

/** @param updates what came after `snapshot`, oldest first */
export function createRecordDocument(snapshot: Uint8Array, updates: readonly Uint8Array[], log: Log): RecordDocument {
  let doc = new Y.Doc()
  try {
    applyAll(doc, [snapshot, ...updates])
  } catch (error) {
    log.error({ err: error }, 'A stored update cannot be applied; the record is opened with all the others.')
    doc.destroy()
    doc = new Y.Doc()
    for (const update of [snapshot, ...updates]) applyIfPossible(doc, update)
  }
  return {
    clockOf: (client) => Y.getState(doc.store, client),
    hasDeleted: (range) => hasDeleted(doc, range),
    apply(added) {
      const news: Uint8Array[] = []
      const keep = (update: Uint8Array) => news.push(update)
      doc.on('update', keep)
      try {
        applyAll(doc, added)
      } finally {
        doc.off('update', keep)
      }
      return news.length > 1 ? Y.mergeUpdates(news) : news[0]
    },
    stateVector: () => Y.encodeStateVector(doc),
    missingFrom: (vector) => Y.encodeStateAsUpdate(doc, vector),
    snapshot: () => Y.encodeStateAsUpdate(doc),
    read: (look) => look(doc),
    destroy: () => doc.destroy(),
  }
}

/** In one transaction, which costs a small fraction of one for each. */
function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
}

function applyIfPossible(doc: Y.Doc, update: Uint8Array): void {
  try {
    Y.applyUpdate(doc, update)
  } catch {
    // It was logged when the whole could not be applied.
  }
}

function hasDeleted(doc: Y.Doc, { client, from, to }: DeleteRange): boolean {
  const structs = doc.store.clients.get(client)
  if (structs === undefined || to > Y.getState(doc.store, client)) return false
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
    const struct = structs[index]
    if (struct === undefined || struct.id.clock >= to) return true
    if (!struct.deleted) return false
  }
  return true
}
