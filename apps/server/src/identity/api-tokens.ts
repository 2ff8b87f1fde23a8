import type { CreateToken, NewToken, Person, Token, TokenScope } from '@colophon/protocol'
import type { Log } from '../log.js'
import { createSerial } from '../serial.js'
import type { Store, TokenRow } from '../store/store.js'
import type { Identity } from '../sync/rooms.js'
import type { Accounts } from './accounts.js'
import { hashToken, newToken, publicId } from './tokens.js'

/** Why no token was made. */
export class TokenError extends Error {
  readonly code = 'too-many-tokens'
  override readonly name = 'TokenError'
}

/** What scripts sign in with: each acts in the stead of the person who made it. Only hashes are kept. */
export interface ApiTokens {
  /** @returns the token, told this once. @throws TokenError */
  issue(maker: Person, token: CreateToken): Promise<NewToken>
  /**
   * Whose request it is that brings `secret`, with what the maker may do at this moment.
   * @returns `undefined` where it is no token, has run out, or its maker is not active.
   */
  identify(secret: string): Promise<Identity | undefined>
  /** All of them, those that have run out too; the newest first. */
  list(): Promise<Token[]>
  /** Makes one worthless. @returns whether there was such a one. */
  revoke(id: string): Promise<boolean>
}

/** What every token begins with, so that one that got into a file or a log is recognised. */
export const tokenPrefix = 'colophon_'

/** Enough for every script that one person keeps apart from the others. */
export const mostTokensEach = 100

/**
 * @param now milliseconds since 1970.
 * @see docs/spec.md A2, A3
 */
export function createApiTokens(parts: {
  rows: Store['tokens']
  accounts: Pick<Accounts, 'find'>
  log: Log
  now?: () => number
}): ApiTokens {
  const { rows, accounts, log, now = Date.now } = parts
  const inTurn = createSerial()
  const iso = (ms: number) => new Date(ms).toISOString()

  async function rowOf(id: string): Promise<TokenRow | undefined> {
    return (await rows.list()).find((row) => publicId(row.id) === id)
  }

  async function issue(maker: Person, { name, scope, expiresInDays }: CreateToken): Promise<NewToken> {
    const own = (await rows.list()).filter(({ createdBy }) => createdBy.id === maker.id)
    if (own.length >= mostTokensEach) {
      throw new TokenError(`You have ${own.length} tokens, and that is the most. None was made; revoke one first.`)
    }
    const secret = tokenPrefix + newToken()
    const madeAt = now()
    const row: TokenRow = {
      id: hashToken(secret),
      name,
      scope,
      createdBy: maker,
      createdAt: iso(madeAt),
      expiresAt: expiresInDays === undefined ? null : iso(madeAt + expiresInDays * dayMs),
      lastUsedOn: null,
    }
    await rows.put(row)
    return { ...described(row), secret }
  }

  /** By day, so that a busy script costs one write a day; and beside the request, which need not wait for the disk. */
  function noteUse({ id, lastUsedOn }: TokenRow): void {
    const today = iso(now()).slice(0, 10)
    if (lastUsedOn === today) return
    // In turn with revoking, which would otherwise be undone.
    inTurn(id, async () => {
      const row = await rows.get(id)
      if (row && row.lastUsedOn !== today) await rows.put({ ...row, lastUsedOn: today })
    }).catch((error: unknown) => log.warn({ err: error, tokenId: publicId(id) }, 'The use of a token was not noted.'))
  }

  return {
    issue: (maker, token) => inTurn(maker.id, () => issue(maker, token)),

    async identify(secret) {
      if (!secret.startsWith(tokenPrefix)) return undefined
      const row = await rows.get(hashToken(secret))
      if (!row || (row.expiresAt !== null && Date.parse(row.expiresAt) <= now())) return undefined
      const maker = await accounts.find(row.createdBy.id)
      if (!maker?.active) return undefined
      noteUse(row)
      return {
        kind: 'token',
        id: publicId(row.id),
        name: `${row.name} (${maker.name})`,
        role: capped(maker.role, row.scope),
        maker: maker.id,
      }
    },

    async list() {
      const rowsNewestFirst = (await rows.list()).toSorted((left, right) =>
        right.createdAt.localeCompare(left.createdAt),
      )
      return rowsNewestFirst.map(described)
    },

    async revoke(id) {
      const row = await rowOf(id)
      if (!row) return false
      await inTurn(row.id, () => rows.delete(row.id))
      return true
    },
  }
}

/** No token is an admin: it neither lets people in nor shuts them out. */
function capped(role: Identity['role'], scope: TokenScope): Identity['role'] {
  switch (scope) {
    case 'read':
      return 'viewer'
    case 'write':
      return role === 'admin' ? 'member' : role
    default:
      return scope satisfies never
  }
}

function described({ id, ...row }: TokenRow): Token {
  return { id: publicId(id), ...row }
}

const dayMs = 86_400_000
