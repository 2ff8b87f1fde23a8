import type { IncomingHttpHeaders } from 'node:http'
import { fromNodeHeaders } from 'better-auth/node'
import type { Identity } from '../sync/rooms.js'
import type { Accounts, Cookies } from './accounts.js'
import type { ApiTokens } from './api-tokens.js'
import { sameToken } from './tokens.js'

/** Who made a request. */
export interface Caller extends Cookies {
  identity: Identity
  /** Empty for the service account and for tokens. */
  email: string
}

/** Finds out who is asking; what they may do is decided elsewhere. */
export interface Gate {
  /**
   * @param options.renew extend a session that is getting on; the caller's `cookies` must then be sent back.
   * @returns `undefined` for anybody unknown, and for a bearer token that is not right even when a session comes with it.
   */
  identify(headers: IncomingHttpHeaders, options: { renew: boolean }): Promise<Caller | undefined>
}

/** @param adminToken the service account's bearer token; unset, there is no such account. */
export function createGate(parts: {
  accounts: Pick<Accounts, 'session'>
  tokens: Pick<ApiTokens, 'identify'>
  adminToken: string | undefined
}): Gate {
  const { accounts, tokens, adminToken } = parts

  async function bearer(header: string): Promise<Caller | undefined> {
    const token = bearerToken(header)
    if (token === undefined) return undefined
    if (adminToken !== undefined && sameToken(token, adminToken)) return service
    const identity = await tokens.identify(token)
    return identity && { identity, email: '', cookies: [] }
  }

  return {
    async identify(headers, options) {
      if (headers.authorization !== undefined) return bearer(headers.authorization)
      if (headers.cookie === undefined) return undefined
      const session = await accounts.session(fromNodeHeaders({ cookie: headers.cookie }), options)
      if (!session) return undefined
      const { id, name, email, role } = session.account
      return { identity: { kind: 'person', id, name, role }, email, cookies: session.cookies }
    },
  }
}

const service: Caller = {
  identity: { kind: 'service', id: 'service', name: 'Automation', role: 'admin' },
  email: '',
  cookies: [],
}

function bearerToken(header: string): string | undefined {
  return /^Bearer ([\x21-\x7e]+)$/i.exec(header)?.[1]
}
