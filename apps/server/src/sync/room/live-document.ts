import * as Y from 'yjs'
import type { RecordState } from './record-state.js'

/** A record's text as a document, made when somebody reads it and let go of when nobody has for a while. */
export interface LiveDocument {
  /** Calls `look` with the present document, which it may neither change nor keep. */
  read<T>(look: (doc: Y.Doc) => T): T
  /** Tells what was added to the state. */
  added(update: Uint8Array): void
  release(): void
}

/**
 * @param keepMs how long after the last reading the document is kept
 * @see docs/adr/0010
 */
export function createLiveDocument(state: RecordState, keepMs: number): LiveDocument {
  let doc: Y.Doc | undefined
  let behind: Uint8Array[] = []
  let timer: NodeJS.Timeout | undefined

  function release(): void {
    clearTimeout(timer)
    doc?.destroy()
    doc = undefined
    behind = []
  }

  /** In one transaction, which costs a small fraction of one for each. */
  function catchUp(present: Y.Doc, updates: readonly Uint8Array[]): void {
    present.transact(() => {
      for (const update of updates) Y.applyUpdate(present, update)
    })
  }

  return {
    read(look) {
      clearTimeout(timer)
      timer = setTimeout(release, keepMs).unref()
      const present = doc ?? new Y.Doc()
      catchUp(present, doc === undefined ? [state.whole()] : behind)
      behind = []
      doc = present
      return look(present)
    },
    added(update) {
      if (doc !== undefined) behind.push(update)
    },
    release,
  }
}
