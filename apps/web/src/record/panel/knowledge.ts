import type { Checks } from '../checks/watchChecks.js'
import { type Cell, createCell } from '../state/cell.js'
import { type OpenRecord, useRecord } from '../state/recordContext.js'
import type { News } from '../visit/news.js'

/** What is known about an open record beside its text. */
export interface Knowledge {
  readonly checks: Cell<Checks>
  /** What others did since one was here last. */
  readonly news: Cell<News>
}

const known = new WeakMap<OpenRecord, Knowledge>()

/** That of the record at hand; the same object for as long as the record is open. */
export function useKnowledge(): Knowledge {
  return knowledgeOf(useRecord())
}

export function knowledgeOf(record: OpenRecord): Knowledge {
  const knowledge = known.get(record) ?? {
    checks: createCell<Checks>({ kind: 'looking' }),
    news: createCell<News>({ kind: 'unknown' }),
  }
  known.set(record, knowledge)
  return knowledge
}
