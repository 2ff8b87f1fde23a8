import type { Identity } from '../sync/rooms.js'

/**
 * @returns the id of the person whose limits somebody uses up: their own, or for a token its maker's, so that ten tokens
 * may ask no more than one; `undefined` for the service account, which is the operator's own and has none.
 * @see docs/spec.md A7
 */
export function personBehind(identity: Identity): string | undefined {
  switch (identity.kind) {
    case 'person':
      return identity.id
    case 'token':
      return identity.maker
    case 'service':
      return undefined
    default:
      return identity satisfies never
  }
}
