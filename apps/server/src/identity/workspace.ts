import type { Account, InvitationInfo, Join, PatchWorkspace, WorkspaceSettings } from '@colophon/protocol'
import { createSerial } from '../serial.js'
import type { InvitationRow, Store } from '../store/store.js'
import { AccountError, type Accounts } from './accounts.js'
import type { Invitations } from './invitations.js'

/** Why nobody was let in; no account was made and the link is as good as before. */
export class JoinError extends Error {
  override readonly name = 'JoinError'
  constructor(
    readonly code: 'invitation-unknown' | 'workspace-name-missing',
    message: string,
  ) {
    super(message)
  }
}

/** The one team that a Colophon serves, and how people come to be in it. */
export interface Workspace {
  /** `null` until somebody has set it up. */
  name(): Promise<string | null>
  ready(): Promise<boolean>
  /** As they stand; the name is empty until somebody has set the place up. */
  settings(): Promise<WorkspaceSettings>
  change(change: PatchWorkspace): Promise<WorkspaceSettings>
  /** What a link stands for. @throws JoinError `invitation-unknown` */
  inspect(token: string): Promise<InvitationInfo>
  /** Makes an account out of a link, which is then spent. @throws JoinError, AccountError `email-taken` */
  join(join: Join): Promise<Account>
  /** Replaces the set-up link. @returns its token, or `undefined` once somebody has set the place up. */
  renewSetup(): Promise<string | undefined>
}

/** @see docs/spec.md A1, A3 */
export function createWorkspace(parts: {
  accounts: Accounts
  invitations: Invitations
  settings: Store['settings']
}): Workspace {
  const { accounts, invitations, settings } = parts
  const inTurn = createSerial()

  async function ready() {
    return (await accounts.count()) > 0
  }

  async function name() {
    const row = await settings.get('workspace')
    return row && (await ready()) ? row.name : null
  }

  async function settingsNow(): Promise<WorkspaceSettings> {
    const row = await settings.get('workspace')
    return { name: row?.name ?? '', passwordToSign: row?.passwordToSign ?? false }
  }

  async function change(patch: PatchWorkspace): Promise<WorkspaceSettings> {
    const changed = { ...(await settingsNow()), ...patch }
    await settings.put({ id: 'workspace', ...changed })
    return changed
  }

  async function found(token: string): Promise<InvitationRow> {
    const row = await invitations.find(token)
    if (row) return row
    throw new JoinError(
      'invitation-unknown',
      'This link does not work any more: it was used, it ran out, or part of it is missing. Ask for a new one.',
    )
  }

  async function enter({ token, workspace, name, email, password }: Join): Promise<Account> {
    const invitation = await found(token)
    if (invitation.first && workspace === undefined) {
      throw new JoinError('workspace-name-missing', 'Give your workspace a name. Nothing was set up yet.')
    }
    if (await accounts.emailTaken(email)) {
      throw new AccountError('email-taken', 'This e-mail address has an account already. Sign in with it instead.')
    }
    // Spent before it is used: after a crash in between, a link lost is better than a link that works twice.
    await invitations.spend(invitation)
    try {
      if (invitation.first && workspace !== undefined) await change({ name: workspace })
      return await accounts.create({ name, email, password, role: invitation.role })
    } catch (error) {
      await invitations.restore(invitation)
      throw error
    }
  }

  return {
    name,
    ready,

    async inspect(token) {
      const { role, first } = await found(token)
      return { workspace: await name(), role, first }
    },

    settings: settingsNow,
    change: (patch) => inTurn('workspace', () => change(patch)),
    join: (join) => inTurn('workspace', () => enter(join)),

    async renewSetup() {
      await invitations.tidy()
      if (await ready()) return undefined
      const { token } = await invitations.issue({ role: 'admin', first: true, createdBy: null })
      return token
    },
  }
}
