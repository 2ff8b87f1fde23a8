import { type Handshake, type Notice, schemaVersion } from '@colophon/protocol'
import { notices } from '../notices.js'
import type { Identity } from '../rooms.js'

/**
 * Why somebody may read a record but not write in it; `undefined` where nothing stands against it. A client that names no
 * schema is no editor of rich text, so there is nothing that it could fail to know.
 * @see docs/spec.md A2, S5
 */
export function barOf(who: Pick<Identity, 'role'>, { schema }: Handshake): Notice | undefined {
  if (who.role === 'viewer') return notices.readOnly
  if (schema === undefined || schema === schemaVersion) return undefined
  return schema < schemaVersion ? notices.olderPage : notices.newerPage
}
