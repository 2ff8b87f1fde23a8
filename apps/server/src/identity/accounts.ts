import type { Session } from '@colophon/protocol'
import { limits, roleSchema } from '@colophon/protocol'
import { isAPIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import type { Log } from '../log.js'
import type { Store } from '../store/store.js'
import { hashPassword, verifyPassword } from './passwords.js'

/** A person who can sign in. */
export type Account = Session['user']

/** Why an account was not made or a sign-in refused; nothing was changed. */
export class AccountError extends Error {
  override readonly name = 'AccountError'
  constructor(
    readonly code: 'wrong-credentials' | 'email-taken',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** What a call did to the browser's cookies: whole `Set-Cookie` values to pass on. */
export interface Cookies {
  readonly cookies: readonly string[]
}

/** People, their passwords and their sessions. */
export interface Accounts {
  /**
   * Whose session the `Cookie` header carries.
   * @param renew extend a session that is getting on; its new cookie must then reach the browser.
   */
  session(headers: Headers, options: { renew: boolean }): Promise<({ account: Account } & Cookies) | undefined>
  /** Opens a new session and ends the one that `headers` may carry. @throws AccountError `wrong-credentials` */
  signIn(credentials: Credentials, headers: Headers): Promise<{ account: Account } & Cookies>
  /** Ends the session that `headers` carry, if any. */
  signOut(headers: Headers): Promise<Cookies>
  /** @throws AccountError `email-taken` */
  create(account: Omit<Account, 'id'> & { password: string }): Promise<Account>
  list(): Promise<Account[]>
  count(): Promise<number>
  emailTaken(email: string): Promise<boolean>
}

export interface Credentials {
  email: string
  password: string
}

/**
 * better-auth, known to this file alone. Accounts are made by invitation only, so its sign-up is shut and none of its
 * own routes is mounted: each call that Colophon offers is a route with declared access.
 * @param secret signs the session cookie.
 * @see docs/spec.md A3
 */
export function createAccounts(options: {
  database: Store['authDatabase']
  publicUrl: string
  trustedOrigins: readonly string[]
  secret: string
  log: Log
}): Accounts {
  const auth = betterAuth({
    appName: 'Colophon',
    baseURL: options.publicUrl,
    trustedOrigins: [...options.trustedOrigins],
    secret: options.secret,
    database: options.database,
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: {
      level: 'warn',
      // Its arguments may hold addresses and rows; the message alone says enough.
      log: (level, message) => options.log[level]({ from: 'better-auth' }, message),
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: limits.passwordMinChars,
      maxPasswordLength: limits.passwordMaxChars,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: { additionalFields: { role: { type: 'string', input: false, required: true } } },
    advanced: {
      cookiePrefix: 'colophon',
      useSecureCookies: options.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { validateSchema: false },
    },
  })

  async function session(headers: Headers, { renew }: { renew: boolean }) {
    const answer = await auth.api.getSession({ headers, query: { disableRefresh: !renew }, returnHeaders: true })
    if (!answer.response) return undefined
    const { user, session } = answer.response
    return { account: toAccount(user), token: session.token, cookies: answer.headers.getSetCookie() }
  }

  return {
    session,

    async signIn(credentials, headers) {
      const before = await session(headers, { renew: false })
      const answer = await opened(auth.api.signInEmail({ body: credentials, headers, returnHeaders: true }))
      const { internalAdapter } = await auth.$context
      if (before) await internalAdapter.deleteSession(before.token)
      const user = await internalAdapter.findUserById(answer.response.user.id)
      if (!user) throw new AccountError('wrong-credentials', wrongCredentials)
      return { account: toAccount(user), cookies: answer.headers.getSetCookie() }
    },

    async signOut(headers) {
      const answer = await auth.api.signOut({ headers, returnHeaders: true })
      return { cookies: answer.headers.getSetCookie() }
    },

    async create({ password, email, name, role }) {
      const { internalAdapter } = await auth.$context
      if (await internalAdapter.findUserByEmail(email)) {
        throw new AccountError('email-taken', 'This e-mail address has an account already. Sign in with it instead.')
      }
      const hash = await hashPassword(password)
      const user = await internalAdapter.createUser(
        { email: email.toLowerCase(), name, role },
        { method: 'email-password' },
      )
      try {
        const credential = { providerId: 'credential', accountId: user.id, userId: user.id, password: hash }
        await internalAdapter.linkAccount(credential)
      } catch (error) {
        // Without its password the account could never be entered, and would hold on to the address.
        await internalAdapter.deleteUser(user.id)
        throw error
      }
      return toAccount(user)
    },

    async list() {
      const { internalAdapter } = await auth.$context
      const users = await internalAdapter.listUsers(await internalAdapter.countTotalUsers())
      return users.map(toAccount).toSorted((left, right) => left.name.localeCompare(right.name))
    },

    async count() {
      const { internalAdapter } = await auth.$context
      return internalAdapter.countTotalUsers()
    },

    async emailTaken(email) {
      const { internalAdapter } = await auth.$context
      return (await internalAdapter.findUserByEmail(email)) !== null
    },
  }
}

const wrongCredentials = 'That e-mail address and password do not belong together. Nobody was signed in.'

/** better-auth's own refusals say the same thing in many words, some of which tell an address apart from a password. */
async function opened<T>(attempt: Promise<T>): Promise<T> {
  try {
    return await attempt
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) {
      throw new AccountError('wrong-credentials', wrongCredentials, { cause: error })
    }
    throw error
  }
}

function toAccount(user: { id: string; name: string; email: string; role?: unknown }): Account {
  return { id: user.id, name: user.name, email: user.email, role: roleSchema.parse(user.role) }
}
