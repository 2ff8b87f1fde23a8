import {
  type Account,
  accountSchema,
  type CreateToken,
  type Invitation,
  type Invite,
  invitationSchema,
  type NewToken,
  newTokenSchema,
  type OpenInvitations,
  openInvitationsSchema,
  type PatchPerson,
  type PatchWorkspace,
  type People,
  peopleSchema,
  type SealKey,
  sealKeySchema,
  type Tokens,
  tokensSchema,
  type WorkspaceSettings,
  workspaceSchema,
} from '@colophon/protocol'
import { type Reachability, reachability } from './reachability.js'
import { createRequests } from './request.js'

const base = '/api/v1'

/**
 * Who is in the workspace, how others and scripts come in, and what holds for all. Apart from `client`, because no record
 * needs any of it to open (P8). Each call throws `ApiError` or `NetworkError`.
 */
export interface WorkspaceClient {
  invite(invite: Invite): Promise<Invitation>
  invitations(signal?: AbortSignal): Promise<OpenInvitations>
  withdrawInvitation(id: string): Promise<void>
  people(signal?: AbortSignal): Promise<People>
  patchPerson(id: string, patch: PatchPerson): Promise<Account>
  tokens(signal?: AbortSignal): Promise<Tokens>
  createToken(token: CreateToken): Promise<NewToken>
  revokeToken(id: string): Promise<void>
  workspace(signal?: AbortSignal): Promise<WorkspaceSettings>
  /** Whose seal stands under the logs that this server gives out. */
  sealKey(signal?: AbortSignal): Promise<SealKey>
  patchWorkspace(patch: PatchWorkspace): Promise<WorkspaceSettings>
}

/**
 * @param send - the browser's `fetch`, or a test's.
 * @param reach - is told of each call whether an answer came.
 */
export function createWorkspaceClient(send: typeof fetch, reach: Reachability): WorkspaceClient {
  const { json, response } = createRequests(send, reach)
  const remove = async (path: string) => void (await response(path, { method: 'DELETE' }))

  return {
    invite: (invite) => json(`${base}/invitations`, invitationSchema, { method: 'POST', json: invite }),
    invitations: (signal) => json(`${base}/invitations`, openInvitationsSchema, { signal }),
    withdrawInvitation: (id) => remove(`${base}/invitations/${encodeURIComponent(id)}`),
    people: (signal) => json(`${base}/people`, peopleSchema, { signal }),
    patchPerson: (id, patch) =>
      json(`${base}/people/${encodeURIComponent(id)}`, accountSchema, { method: 'PATCH', json: patch }),
    tokens: (signal) => json(`${base}/tokens`, tokensSchema, { signal }),
    createToken: (token) => json(`${base}/tokens`, newTokenSchema, { method: 'POST', json: token }),
    revokeToken: (id) => remove(`${base}/tokens/${encodeURIComponent(id)}`),
    sealKey: (signal) => json(`${base}/seal`, sealKeySchema, { signal }),
    workspace: (signal) => json(`${base}/workspace`, workspaceSchema, { signal }),
    patchWorkspace: (patch) => json(`${base}/workspace`, workspaceSchema, { method: 'PATCH', json: patch }),
  }
}

/** The page's own client. */
export const workspaceClient = createWorkspaceClient((input, init) => fetch(input, init), reachability)
