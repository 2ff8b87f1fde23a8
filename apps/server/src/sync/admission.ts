import { advance } from './causality.js'
import type { RecordDocument } from './record-document.js'
import { readUpdate } from './update-reader.js'

/** What becomes of an update: `known` has nothing new in it, `gap` stands on something that is not there. */
export type Verdict = 'new' | 'known' | 'gap'

/** Judges updates against what the room has accepted, durable or not yet, without applying them. */
export interface Admission {
  /** An update that is `new` counts as accepted from then on. @throws BadFrame */
  judge(update: Uint8Array): Verdict
  /** Tells that everything accepted is in the document. */
  settled(): void
}

/** @see docs/spec.md S6, A6 */
export function createAdmission(document: RecordDocument): Admission {
  /** Clocks beyond the document's, of what waits to become durable. */
  const ahead = new Map<number, number>()
  const accepted = (client: number) => Math.max(ahead.get(client) ?? 0, document.clockOf(client))

  return {
    judge(update) {
      const facts = readUpdate(update)
      const reached = advance(facts, accepted)
      if (reached === undefined) return 'gap'
      const isKnown =
        facts.runs.every((run) => run.to <= accepted(run.client)) && facts.deletes.every(document.hasDeleted)
      if (isKnown) return 'known'
      for (const [client, clock] of reached) if (clock > accepted(client)) ahead.set(client, clock)
      return 'new'
    },
    settled() {
      ahead.clear()
    },
  }
}
