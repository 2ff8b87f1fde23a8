import {
  closeCode,
  frameType,
  type Ledger,
  type Notice,
  type Position,
  readLedger,
  readNotice,
  readPosition,
  readSaved,
  schemaVersion,
  writeHandshake,
} from '@colophon/protocol'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { createBackoff, waitBeforeNext } from './backoff.js'
import { countingSocket } from './countingSocket.js'
import type { SaveEvent } from './saveState.js'

/** Why the server ended it for good. `restored`: a backup is in the place of the record that was seen here. */
export type Ending = 'signed-out' | 'revoked' | 'restored'

export interface Connection {
  /** Whether the socket would take a frame now. */
  isOpen(): boolean
  /** Whether a change with this origin came over the socket. */
  isOrigin(origin: unknown): boolean
  destroy(): void
}

export interface ConnectionOptions {
  /** Absolute `ws(s):` address that `/ID` is added to. */
  url: string
  recordId: string
  protocol: string
  doc: Y.Doc
  awareness: Awareness
  /** How far `doc` has seen the record. */
  seen: Position | undefined
  onEvent: (event: SaveEvent) => void
  onLedger: (ledger: Ledger) => void
  onPosition: (position: Position) => void
  onEnded: (ending: Ending) => void
  /** An attempt failed before it became a socket; HTTP may say why. */
  onRefused: () => void
}

/**
 * Joins the record's room over the y-websocket protocol and keeps joining, with full jitter between attempts.
 * @see docs/spec.md S1, S5, D1, D8, A7
 */
export function connect(options: ConnectionOptions): Connection {
  const { doc, awareness, onEvent } = options
  let wasOpen = false
  const backoff = createBackoff()
  let refusals = 0
  const provider = new WebsocketProvider(options.url, options.recordId, doc, {
    awareness,
    protocols: [options.protocol],
    params: writeHandshake({ schema: schemaVersion, seen: options.seen }),
    WebSocketPolyfill: countingSocket(WebSocket, (frame) => onEvent({ type: 'sent', frame })),
    // Another tab's edits are not durable because this one has seen them: each tab speaks to the server for itself.
    disableBc: true,
    shouldReconnect: (event) => endingOf(event.code) === undefined,
    connect: false,
  })

  provider.messageHandlers[frameType.saved] = (_reply, decoder) =>
    onEvent({ type: 'durable', count: readSaved(decoder) })
  provider.messageHandlers[frameType.ledger] = (_reply, decoder) => options.onLedger(readLedger(decoder))
  provider.messageHandlers[frameType.notice] = (_reply, decoder) => handleNotice(readNotice(decoder))

  provider.messageHandlers[frameType.position] = (_reply, decoder) => {
    const seen = readPosition(decoder)
    provider.params = writeHandshake({ schema: schemaVersion, seen })
    options.onPosition(seen)
  }

  function handleNotice(notice: Notice): void {
    switch (notice.kind) {
      case 'store-trouble':
        onEvent({ type: 'trouble', text: notice.text })
        break
      case 'store-recovered':
        onEvent({ type: 'trouble', text: null })
        break
      case 'read-only':
        onEvent({ type: 'read-only', text: notice.text })
        break
      case 'outdated':
        onEvent({ type: 'outdated', text: notice.text })
        break
      case 'resync':
        // A fresh connection exchanges state vectors again, which is all that a resync is.
        provider.disconnect()
        provider.connect()
        break
      case 'going-away':
        break
      default:
        notice satisfies never
    }
  }

  provider.on('status', ({ status }) => {
    if (status !== 'connected') return
    wasOpen = true
    refusals = 0
    onEvent({ type: 'connected' })
  })
  provider.on('sync', (synced) => {
    if (!synced) return
    backoff.succeeded()
    onEvent({ type: 'synced' })
  })
  provider.on('connection-close', (event) => {
    waitBeforeNext(provider, backoff.failed(wasOpen ? 'lost' : 'refused'))
    onEvent({ type: 'disconnected' })
    const ending = event === null ? undefined : endingOf(event.code)
    if (ending !== undefined) options.onEnded(ending)
    else if (event !== null && !wasOpen) {
      refusals += 1
      if (isPowerOfTwo(refusals)) options.onRefused()
    }
    wasOpen = false
  })

  // The browser knows of a lost network long before a silent socket does.
  const handleOffline = () => {
    provider.disconnect()
    onEvent({ type: 'disconnected' })
  }
  const handleOnline = () => provider.connect()
  window.addEventListener('offline', handleOffline)
  window.addEventListener('online', handleOnline)
  provider.connect()

  return {
    isOpen: () => provider.ws?.readyState === WebSocket.OPEN,
    isOrigin: (origin) => origin === provider,
    destroy() {
      window.removeEventListener('offline', handleOffline)
      window.removeEventListener('online', handleOnline)
      provider.destroy()
    },
  }
}

function endingOf(code: number): Ending | undefined {
  if (code === closeCode.signedOut) return 'signed-out'
  if (code === closeCode.rightRevoked) return 'revoked'
  if (code === closeCode.restored) return 'restored'
  return undefined
}

/** While a server is away, it is not asked over HTTP each time as well. */
const isPowerOfTwo = (count: number) => (count & (count - 1)) === 0
