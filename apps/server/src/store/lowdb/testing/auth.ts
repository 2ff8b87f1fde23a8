import { betterAuth } from 'better-auth'
import type { Store } from '../../store.js'

/** better-auth with nothing but e-mail and password, over the store's tables. */
export function authOver(store: Store) {
  return betterAuth({
    database: store.authDatabase,
    baseURL: 'http://colophon.test',
    secret: 'a secret for these tests alone, long enough',
    emailAndPassword: { enabled: true },
    logger: { disabled: true },
  })
}
