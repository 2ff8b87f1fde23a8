import type { Ledger } from '@colophon/protocol'
import type { Template } from '@colophon/template'
import type { History } from './history.js'
import { type SaveFacts, type SaveState, saveState, whyReadOnly } from './saveState.js'

/** How far the record has come. */
export type Phase =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly template: Template; readonly history: History }
  /** What the server sent is no record this page can show. */
  | { readonly kind: 'unreadable'; readonly why: string }

export interface SessionState {
  readonly phase: Phase
  readonly save: SaveState
  readonly connected: boolean
  /** When the server is tried again, milliseconds since the epoch; `null` where that waits for the network, or is not needed. */
  readonly retryAt: number | null
  /** Whether what the server holds is here. */
  readonly synced: boolean
  /** Whether this browser keeps the work; `false` only once that is known. */
  readonly keptHere: boolean
  readonly readOnly: boolean
  /** The server's sentence while its store is in trouble. */
  readonly trouble: string | null
  /** `null` until the server has sent it. */
  readonly ledger: Ledger | null
}

/** What components are shown of a session. */
export function stateFrom(phase: Phase, facts: SaveFacts, ledger: Ledger | null): SessionState {
  return {
    phase,
    save: saveState(facts),
    connected: facts.link !== 'offline',
    retryAt: facts.retryAt,
    synced: facts.synced,
    keptHere: facts.device !== 'failed',
    readOnly: whyReadOnly(facts) !== null || facts.outdated !== null || facts.ended,
    trouble: facts.trouble,
    ledger,
  }
}
