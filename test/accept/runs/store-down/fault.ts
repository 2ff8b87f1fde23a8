import type { ServerOptions } from '../../../server.js'
import { lastText } from '../../clients/prose.js'
import type { SocketClient } from '../../clients/socket-client.js'

/** Something that keeps the store from storing, and can be mended. */
export interface Fault {
  readonly name: string
  begin(): Promise<void>
  end(): Promise<void>
  readonly server: ServerOptions
}

/** How long it may take from recovery until all is stored; the goal is 5 seconds. */
export const storedWithinMs = 20_000

export function type({ doc }: SocketClient, words: string): void {
  const fragment = doc.getXmlFragment('slot:KNOWN_ISSUES')
  doc.transact(() => {
    const text = lastText(fragment)
    text.insert(text.length, words)
  })
}

export const wrote = ({ doc }: SocketClient): string => doc.getXmlFragment('slot:KNOWN_ISSUES').toString()

export const says = ({ notices }: SocketClient, kind: string): boolean => notices.some((notice) => notice.kind === kind)
