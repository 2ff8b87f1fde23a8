import type { Member } from '../../clients/member.js'
import type { SocketClient } from '../../clients/socket-client.js'
import type { RunContext } from '../../run.js'

/** Who takes part, and where. */
export interface Parts {
  readonly url: string
  readonly ada: Member
  /** She may write, as herself. */
  readonly mallory: Member
  /** May read only. */
  readonly viewer: Member
}

/** Its context takes note of what is broken instead of stopping there. */
export type Attempt = (context: RunContext, parts: Parts) => Promise<void>

export type Note = RunContext['holds']

export const read = ({ doc }: Pick<SocketClient, 'doc'>): string => doc.getXmlFragment('slot:KNOWN_ISSUES').toString()
