import {
  type CreateRecord,
  type ImportResult,
  type InvitationInfo,
  importResultSchema,
  invitationInfoSchema,
  type Join,
  type ListRecordsQuery,
  type MarkdownQuery,
  type PatchRecord,
  type RecordDetails,
  type RecordList,
  recordDetailsSchema,
  recordListSchema,
  type Session,
  type SignIn,
  sessionSchema,
  type Templates,
  templatesSchema,
  type Welcome,
  welcomeSchema,
} from '@colophon/protocol'
import { type Reachability, reachability } from './reachability.js'
import { createRequests } from './request.js'

const base = '/api/v1'

/** What most pages ask of the server; for its people and settings there is `workspaceClient`. Each call throws `ApiError` or `NetworkError`; both carry a plain sentence. */
export interface Client {
  /** Anonymous: whether anybody has set the place up. */
  welcome(signal?: AbortSignal): Promise<Welcome>
  session(signal?: AbortSignal): Promise<Session>
  signIn(credentials: SignIn): Promise<Session>
  signOut(): Promise<void>
  inspectInvitation(token: string, signal?: AbortSignal): Promise<InvitationInfo>
  /** Makes the account and signs it in. */
  join(join: Join): Promise<Session>
  templates(signal?: AbortSignal): Promise<Templates>
  records(query: ListRecordsQuery, signal?: AbortSignal): Promise<RecordList>
  record(id: string, signal?: AbortSignal): Promise<RecordDetails>
  /** Its template as the server has parsed it: see `unpackTemplate`. */
  recordTemplate(id: string, signal?: AbortSignal): Promise<string>
  createRecord(record: CreateRecord): Promise<RecordDetails>
  importRecord(markdown: Blob | string): Promise<ImportResult>
  patchRecord(id: string, patch: PatchRecord): Promise<RecordDetails>
  deleteRecord(id: string): Promise<void>
  restoreRecord(id: string): Promise<void>
  /** The file's own bytes, byte-order mark and line endings included. */
  markdown(id: string, query: MarkdownQuery, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>>
}

/**
 * @param send - the browser's `fetch`, or a test's.
 * @param reach - is told of each call whether an answer came.
 */
export function createClient(send: typeof fetch, reach: Reachability): Client {
  const { json, response } = createRequests(send, reach)
  const recordPath = (id: string, rest = '') => `${base}/records/${encodeURIComponent(id)}${rest}`

  return {
    welcome: (signal) => json(`${base}/welcome`, welcomeSchema, { signal }),
    session: (signal) => json(`${base}/session`, sessionSchema, { signal }),
    signIn: (credentials) => json('/api/auth/sign-in/email', sessionSchema, { method: 'POST', json: credentials }),
    signOut: async () => {
      await response('/api/auth/sign-out', { method: 'POST', json: {} })
    },
    inspectInvitation: (token, signal) =>
      json(`${base}/invitations/inspect`, invitationInfoSchema, { method: 'POST', json: { token }, signal }),
    join: (join) => json(`${base}/join`, sessionSchema, { method: 'POST', json: join }),
    templates: (signal) => json(`${base}/templates`, templatesSchema, { signal }),
    records: (query, signal) => json(`${base}/records${search({ ...query })}`, recordListSchema, { signal }),
    record: (id, signal) => json(recordPath(id), recordDetailsSchema, { signal }),
    recordTemplate: async (id, signal) => (await response(recordPath(id, '/template'), { signal })).text(),
    createRecord: (record) => json(`${base}/records`, recordDetailsSchema, { method: 'POST', json: record }),
    importRecord: (body) =>
      json(`${base}/records/import`, importResultSchema, {
        method: 'POST',
        text: { type: 'text/markdown; charset=utf-8', body },
      }),
    patchRecord: (id, patch) => json(recordPath(id), recordDetailsSchema, { method: 'PATCH', json: patch }),
    deleteRecord: async (id) => {
      await response(recordPath(id), { method: 'DELETE' })
    },
    restoreRecord: async (id) => {
      await response(recordPath(id, '/restore'), { method: 'POST' })
    },
    markdown: async (id, query, signal) => {
      const answer = await response(recordPath(id, `/markdown${search({ ...query })}`), { signal })
      return new Uint8Array(await answer.arrayBuffer())
    },
  }
}

/** The page's own client. */
export const client = createClient((input, init) => fetch(input, init), reachability)

function search(query: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(name, value)
  return search.size === 0 ? '' : `?${search}`
}
