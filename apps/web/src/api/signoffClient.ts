import {
  type AssignRole,
  type AuditHistory,
  auditHistorySchema,
  type ChangesSince,
  type CompleteRecord,
  changesSinceSchema,
  fingerprintSchema,
  type Ledger,
  ledgerSchema,
  type MarkdownQuery,
  type ShareRecord,
  type SignRequest,
  type Writers,
  writersSchema,
} from '@colophon/protocol'
import { type Reachability, reachability } from './reachability.js'
import { recordAddress } from './recordAddress.js'
import { createRequests } from './request.js'

/**
 * Who does what with a record, what has changed, and what has been done. Apart from `client`, because no record needs any of
 * it to open (P8). Each call throws `ApiError` or `NetworkError`.
 */
export interface SignoffClient {
  /** SHA-256 (hex) of the text that a sign-off would cover now. */
  fingerprint(id: string, signal?: AbortSignal): Promise<string>
  sign(id: string, request: SignRequest): Promise<Ledger>
  /** What has changed since the text of a fingerprint. */
  changes(id: string, since: string, signal?: AbortSignal): Promise<ChangesSince>
  /** Who writes in the record under Yjs client ids, as many as `limits.writersAsked` at once. */
  writers(id: string, clients: readonly number[], signal?: AbortSignal): Promise<Writers['writers']>
  assign(id: string, role: string, wish: AssignRole): Promise<Ledger>
  share(id: string, wish: ShareRecord): Promise<Ledger>
  complete(id: string, wish: CompleteRecord): Promise<Ledger>
  reopen(id: string, reason: string): Promise<Ledger>
  /** What has been done with the record, as its log has it. */
  history(id: string, signal?: AbortSignal): Promise<AuditHistory>
  /** The file given out for good: the log remembers it. */
  export(id: string, query: MarkdownQuery): Promise<Uint8Array<ArrayBuffer>>
}

/**
 * @param send - the browser's `fetch`, or a test's.
 * @param reach - is told of each call whether an answer came.
 */
export function createSignoffClient(send: typeof fetch, reach: Reachability): SignoffClient {
  const { json, response } = createRequests(send, reach)
  return {
    fingerprint: async (id, signal) =>
      (await json(recordAddress(id, '/fingerprint'), fingerprintSchema, { signal })).fingerprint,
    sign: (id, request) => json(recordAddress(id, '/signoffs'), ledgerSchema, { method: 'POST', json: request }),
    changes: (id, since, signal) =>
      json(recordAddress(id, `/changes?${new URLSearchParams({ since })}`), changesSinceSchema, { signal }),
    writers: async (id, clients, signal) => {
      const query = new URLSearchParams({ clients: clients.join(',') })
      return (await json(recordAddress(id, `/writers?${query}`), writersSchema, { signal })).writers
    },
    assign: (id, role, wish) =>
      json(recordAddress(id, `/roles/${encodeURIComponent(role)}`), ledgerSchema, { method: 'PUT', json: wish }),
    share: (id, wish) => json(recordAddress(id, '/sharing'), ledgerSchema, { method: 'PATCH', json: wish }),
    complete: (id, wish) => json(recordAddress(id, '/complete'), ledgerSchema, { method: 'POST', json: wish }),
    reopen: (id, reason) => json(recordAddress(id, '/reopen'), ledgerSchema, { method: 'POST', json: { reason } }),
    history: (id, signal) => json(recordAddress(id, '/audit?format=json'), auditHistorySchema, { signal }),
    export: async (id, query) => {
      const answer = await response(recordAddress(id, '/exports'), { method: 'POST', json: query })
      return new Uint8Array(await answer.arrayBuffer())
    },
  }
}

/** The page's own client. */
export const signoffClient = createSignoffClient((input, init) => fetch(input, init), reachability)
