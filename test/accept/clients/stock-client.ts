import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Member } from './member.js'

export interface StockOptions {
  /** The server's own address, which is the page's origin. */
  readonly url: string
  /** Where to connect; straight to the server by default. */
  readonly through?: string
  readonly member: Pick<Member, 'headers'>
  readonly recordId: string
  readonly doc?: Y.Doc
}

/** y-websocket's provider as it comes; a browser would send the origin and the session's cookie by itself. */
export function openStockClient({ url, through = url, member, recordId, doc = new Y.Doc() }: StockOptions) {
  class BrowserSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { origin: url, headers: member.headers })
    }
  }
  // The provider asks for the browser's class, of which it uses what `ws` has as well.
  const polyfill: unknown = BrowserSocket
  return new WebsocketProvider(`${through.replace('http', 'ws')}/sync`, recordId, doc, {
    WebSocketPolyfill: polyfill as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 500,
  })
}

/** Resolves when the provider says it has the record. */
export function synced(provider: WebsocketProvider): Promise<void> {
  return new Promise((resolve) => {
    if (provider.synced) resolve()
    else provider.once('sync', () => resolve())
  })
}
