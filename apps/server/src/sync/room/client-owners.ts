import { limits } from '@colophon/protocol'
import type { ClientOwner } from '../../store/store.js'
import { BadFrame } from '../sync-error.js'

/** Whose each client id of a record is. */
export interface ClientOwners {
  /**
   * @returns which of `clients` would be new to the person
   * @throws BadFrame where one belongs to somebody else, or to nobody who could go on with it
   */
  claim(clients: readonly number[], userId: string): ClientOwner[]
  /** Whose an id is; `undefined` for nobody's. */
  ownerOf(client: number): string | undefined
  /** Makes claimed ids theirs. */
  grant(claimed: readonly ClientOwner[]): void
}

export interface ClientOwnersOptions {
  /** Who wrote under which client id before. */
  readonly known: ReadonlyMap<number, string>
  /** Whether anything was written under it. */
  isUsed(client: number): boolean
  /** Whose caret is shown under a client id at the moment. */
  announcerOf(client: number): string | undefined
}

/**
 * An honest client has nothing of anybody else's that the server lacks: nobody is shown what is not durable (D7).
 * @see docs/spec.md A5
 */
export function createClientOwners({ known, isUsed, announcerOf }: ClientOwnersOptions): ClientOwners {
  const owners = new Map(known)
  const counts = new Map<string, number>()

  return {
    claim(clients, userId) {
      const claimed = clients.filter((client) => owners.get(client) !== userId)
      for (const client of claimed) {
        const isForeign = owners.has(client) || isUsed(client) || (announcerOf(client) ?? userId) !== userId
        if (isForeign) throw new BadFrame('The update speaks under the client id of somebody else.')
      }
      // Whoever begins anew under thousands of ids is no browser, and each of them is looked through by everybody.
      if (claimed.length > 0 && (counts.get(userId) ?? 0) + claimed.length > limits.personClients) {
        throw new BadFrame('Too many client ids were used by one person.')
      }
      return claimed.map((client) => ({ client, userId }))
    },
    ownerOf: (client) => owners.get(client),
    grant(claimed) {
      for (const { client, userId } of claimed) {
        owners.set(client, userId)
        counts.set(userId, (counts.get(userId) ?? 0) + 1)
      }
    },
  }
}
