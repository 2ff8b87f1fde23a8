/** Why a sign-off was not changed. */
export class SignoffError extends Error {
  override readonly name = 'SignoffError'
  constructor(
    readonly code:
      | 'role-unknown'
      | 'already-signed'
      | 'not-signed'
      | 'not-yours'
      | 'record-moved'
      | 'record-locked'
      | 'decline-not-offered',
    message: string,
    /** For `record-moved`: what the record's fingerprint is now. */
    readonly fingerprint?: string,
  ) {
    super(message)
  }
}
