import { limits, type OpenInvitation } from '@colophon/protocol'
import type { InvitationRow, Store } from '../store/store.js'
import { hashToken, newToken, publicId } from './tokens.js'

/** One-time links. Only a token's hash is kept, so that the folder's content lets nobody in. */
export interface Invitations {
  /** @param expiresInDays how long it is good. */
  issue(
    invitation: Pick<InvitationRow, 'role' | 'first' | 'createdBy'>,
    expiresInDays?: number,
  ): Promise<{ token: string; expiresAt: string }>
  /** @returns the invitation while it is good. */
  find(token: string): Promise<InvitationRow | undefined>
  /** Those that are good and have not been taken; the set-up link is none of them. The first to run out comes first. */
  open(): Promise<OpenInvitation[]>
  /** Makes worthless what `choose` picks. @returns how many there were. */
  withdraw(choose: (invitation: OpenInvitation) => boolean): Promise<number>
  /** Takes an invitation away, or puts back one whose taker could not be let in. */
  spend(row: InvitationRow): Promise<void>
  restore(row: InvitationRow): Promise<void>
  /** Forgets every set-up link and every invitation that has run out. */
  tidy(): Promise<void>
}

/** @param now milliseconds since 1970. */
export function createInvitations(rows: Store['invitations'], now: () => number = Date.now): Invitations {
  const good = (row: InvitationRow) => Date.parse(row.expiresAt) > now()

  async function goodOnes(): Promise<InvitationRow[]> {
    return (await rows.list()).filter((row) => !row.first && good(row))
  }

  return {
    async issue(invitation, expiresInDays = limits.invitationDays) {
      const token = newToken()
      const expiresAt = new Date(now() + expiresInDays * dayMs).toISOString()
      await rows.put({ id: hashToken(token), ...invitation, expiresAt })
      return { token, expiresAt }
    },

    async find(token) {
      const row = await rows.get(hashToken(token))
      return row && good(row) ? row : undefined
    },

    async open() {
      const open = (await goodOnes()).map(described)
      return open.toSorted((left, right) => left.expiresAt.localeCompare(right.expiresAt))
    },

    async withdraw(choose) {
      const chosen = (await goodOnes()).filter((row) => choose(described(row)))
      await Promise.all(chosen.map(({ id }) => rows.delete(id)))
      return chosen.length
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

function described({ id, role, createdBy, expiresAt }: InvitationRow): OpenInvitation {
  return { id: publicId(id), role, createdBy, expiresAt }
}

const dayMs = 86_400_000
