import { type Account, limits, type PatchPerson, roleSchema } from '@colophon/protocol'
import { APIError, isAPIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import type { Log } from '../log.js'
import type { Store } from '../store/store.js'
import { hashPassword, verifyPassword } from './passwords.js'

/** Why an account was not made or a sign-in refused; nothing was changed. */
export class AccountError extends Error {
  override readonly name = 'AccountError'
  constructor(
    readonly code: 'wrong-credentials' | 'deactivated' | 'email-taken',
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
   * Whose session the `Cookie` header carries; nobody's, once they are deactivated.
   * @param renew extend a session that is getting on; its new cookie must then reach the browser.
   */
  session(headers: Headers, options: { renew: boolean }): Promise<({ account: Account } & Cookies) | undefined>
  /** Opens a new session and ends the one that `headers` may carry. @throws AccountError `wrong-credentials`, `deactivated` */
  signIn(credentials: Credentials, headers: Headers): Promise<{ account: Account } & Cookies>
  /** Ends the session that `headers` carry, if any. */
  signOut(headers: Headers): Promise<Cookies>
  /** @throws AccountError `email-taken` */
  create(account: Omit<Account, 'id' | 'active'> & { password: string }): Promise<Account>
  find(userId: string): Promise<Account | undefined>
  /** Gives somebody another role, or shuts or opens the door to them. */
  change(userId: string, change: PatchPerson): Promise<void>
  /** Ends every session of theirs. */
  endSessions(userId: string): Promise<void>
  /**
   * Whether `password` is theirs, for entering it again while signed in. Costs as much as signing in: how often it may be
   * asked is the caller's affair.
   */
  checkPassword(userId: string, password: string): Promise<boolean>
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
    user: {
      additionalFields: {
        role: { type: 'string', input: false, required: true },
        active: { type: 'boolean', input: false, required: false, defaultValue: true },
      },
    },
    databaseHooks: {
      session: {
        create: {
          // Once the password has been found right: who does not know it learns nothing about the account.
          async before({ userId }, context) {
            const user = await context?.context.internalAdapter.findUserById(userId)
            if (!user || !isActive(user))
              throw new APIError('FORBIDDEN', { code: deactivatedCode, message: deactivated })
          },
        },
      },
    },
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
    if (!isActive(user)) return undefined
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
        { email: email.toLowerCase(), name, role, active: true },
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

    async find(userId) {
      const { internalAdapter } = await auth.$context
      const user = await internalAdapter.findUserById(userId)
      return user ? toAccount(user) : undefined
    },

    async change(userId, change) {
      const { internalAdapter } = await auth.$context
      await internalAdapter.updateUser(userId, change)
    },

    async endSessions(userId) {
      const { internalAdapter } = await auth.$context
      await internalAdapter.deleteUserSessions(userId)
    },

    async checkPassword(userId, password) {
      const { internalAdapter } = await auth.$context
      const hash = (await internalAdapter.findCredentialAccount(userId))?.password
      if (typeof hash !== 'string' || password.length > limits.passwordMaxChars) return false
      return verifyPassword({ hash, password })
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

const deactivatedCode = 'ACCOUNT_DEACTIVATED'
const deactivated =
  'Your account was deactivated, so nobody was signed in. What you wrote and signed is kept under your name. Ask an admin of the workspace to let you in again.'
const wrongCredentials = 'That e-mail address and password do not belong together. Nobody was signed in.'

/** better-auth's own refusals say the same thing in many words, some of which tell an address apart from a password. */
async function opened<T>(attempt: Promise<T>): Promise<T> {
  try {
    return await attempt
  } catch (error) {
    if (isAPIError(error) && error.body?.code === deactivatedCode) {
      throw new AccountError('deactivated', deactivated, { cause: error })
    }
    if (isAPIError(error) && error.statusCode < 500) {
      throw new AccountError('wrong-credentials', wrongCredentials, { cause: error })
    }
    throw error
  }
}

function toAccount(user: { id: string; name: string; email: string; role?: unknown }): Account {
  const { id, name, email, role } = user
  return { id, name, email, role: roleSchema.parse(role), active: isActive(user) }
}

/** Older rows have no such column; nobody could be shut out when they were written. */
function isActive(user: object): boolean {
  return !('active' in user) || user.active !== false
}
