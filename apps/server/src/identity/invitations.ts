import { limits } from '@colophon/protocol'
import type { InvitationRow, Store } from '../store/store.js'
import { hashToken, newToken } from './tokens.js'

/** One-time links. Only a token's hash is kept, so that the folder's content lets nobody in. */
export interface Invitations {
  issue(invitation: Pick<InvitationRow, 'role' | 'first' | 'createdBy'>): Promise<{ token: string; expiresAt: string }>
  /** @returns the invitation while it is good. */
  find(token: string): Promise<InvitationRow | undefined>
  /** Takes an invitation away, or puts back one whose taker could not be let in. */
  spend(row: InvitationRow): Promise<void>
  restore(row: InvitationRow): Promise<void>
  /** Forgets every set-up link and every invitation that has run out. */
  tidy(): Promise<void>
}

/** @param now milliseconds since 1970. */
export function createInvitations(rows: Store['invitations'], now: () => number = Date.now): Invitations {
  const good = (row: InvitationRow) => Date.parse(row.expiresAt) > now()

  return {
    async issue(invitation) {
      const token = newToken()
      const expiresAt = new Date(now() + limits.invitationDays * dayMs).toISOString()
      await rows.put({ id: hashToken(token), ...invitation, expiresAt })
      return { token, expiresAt }
    },

    async find(token) {
      const row = await rows.get(hashToken(token))
      return row && good(row) ? row : undefined
    },

    spend: (row) => rows.delete(row.id),
    restore: (row) => rows.put(row),

    async tidy() {
      for (const row of await rows.list()) {
        if (row.first || !good(row)) await rows.delete(row.id)
      }
    },
  }
}

const dayMs = 86_400_000
