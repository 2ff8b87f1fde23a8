import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Identity } from '../rooms.js'
import { identityHeader } from './people.js'
import { origin } from './serve-rooms.js'

/** y-websocket's own provider, as it comes; a browser would send the origin and the cookie by itself. */
export function openStockClient(url: string, recordId: string, who: Identity): WebsocketProvider {
  const headers = { [identityHeader]: JSON.stringify(who) }
  class BrowserSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { origin, headers })
    }
  }
  // The provider asks for the browser's class, of which it uses what `ws` has as well.
  const polyfill: unknown = BrowserSocket
  const provider = new WebsocketProvider(url, recordId, new Y.Doc(), {
    WebSocketPolyfill: polyfill as typeof globalThis.WebSocket,
    disableBc: true,
  })
  onTestFinished(() => {
    provider.destroy()
    provider.awareness.destroy()
  })
  return provider
}

export function synced(provider: WebsocketProvider): Promise<void> {
  return new Promise((resolve) => {
    if (provider.synced) resolve()
    else provider.once('sync', () => resolve())
  })
}

/** Resolves when the record's text says `words`. */
export function reads(provider: WebsocketProvider, words: string): Promise<void> {
  const text = provider.doc.getText('text')
  return new Promise((resolve) => {
    function look() {
      if (text.toString() !== words) return
      provider.doc.off('update', look)
      resolve()
    }
    provider.doc.on('update', look)
    look()
  })
}
