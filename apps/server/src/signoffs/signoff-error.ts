import type { ChangesSince } from '@colophon/protocol'

/** Why nothing was signed, shared, completed or reopened. */
export class SignoffError extends Error {
  override readonly name = 'SignoffError'
  constructor(
    readonly code:
      | 'role-unknown'
      | 'already-signed'
      | 'not-signed'
      | 'not-yours'
      | 'not-eligible'
      | 'password-missing'
      | 'password-wrong'
      | 'reason-missing'
      | 'record-moved'
      | 'record-locked'
      | 'record-open'
      | 'sign-offs-missing'
      | 'person-unknown'
      | 'last-owner'
      | 'log-broken',
    message: string,
    /** For `record-moved`: what the record is now, and what has changed where what was seen is still known. */
    readonly moved?: { readonly fingerprint: string; readonly changes?: ChangesSince['changes'] },
  ) {
    super(message)
  }
}
