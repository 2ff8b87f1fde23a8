import { type Handshake, type Notice, schemaVersion } from '@colophon/protocol'
import { notices } from '../notices.js'

/**
 * Why somebody may read a record but not write in it; `undefined` where nothing stands against it. A client that names no
 * schema is no editor of rich text, so there is nothing that it could fail to know.
 * @see docs/spec.md A2, G5, S5
 */
export function barOf({ mayWrite, isLocked, handshake: { schema } }: Standing): Notice | undefined {
  if (!mayWrite) return notices.readOnly
  if (isLocked) return notices.completed
  if (schema === undefined || schema === schemaVersion) return undefined
  return schema < schemaVersion ? notices.olderPage : notices.newerPage
}

export interface Standing {
  readonly mayWrite: boolean
  /** Whether nobody may change the record now. */
  readonly isLocked: boolean
  readonly handshake: Handshake
}
