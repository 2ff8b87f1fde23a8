import {
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
import { answerFirst } from './answerFirst.js'
import { createBackoff, waitBeforeNext } from './backoff.js'
import { closingOf, comesBack, type Ending } from './closings.js'
import { countingSocket } from './countingSocket.js'
import { listeningSocket } from './listeningSocket.js'
import type { SaveEvent } from './saveState.js'

export interface Connection {
  /** Whether a change made now goes out on this connection. */
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
  /** Sends nothing but the question for the record. */
  listensOnly: boolean
  onEvent: (event: SaveEvent) => void
  onLedger: (ledger: Ledger) => void
  onPosition: (position: Position) => void
  /** Called once; it does not come back. */
  onEnded: (ending: Ending) => void
  /** An attempt failed before it became a socket, or nobody is signed in any more; HTTP may say why. */
  onRefused: () => void
}

/**
 * Joins the record's room over the y-websocket protocol and keeps joining, with full jitter between attempts, until the
 * server ends it for good.
 * @see docs/spec.md S1, S5, D1, D8, D9, A7
 */
export function connect(options: ConnectionOptions): Connection {
  const { doc, awareness, onEvent } = options
  let wasOpen = false
  const backoff = createBackoff()
  let refusals = 0
  let resyncs = 0
  const provider = new WebsocketProvider(options.url, options.recordId, doc, {
    awareness,
    protocols: [options.protocol],
    params: writeHandshake({ schema: schemaVersion, seen: options.seen }),
    WebSocketPolyfill: options.listensOnly
      ? listeningSocket(WebSocket)
      : answerFirst(countingSocket(WebSocket, (frame, hasNews) => onEvent({ type: 'sent', frame, hasNews }))),
    // Another tab's edits are not durable because this one has seen them: each tab speaks to the server for itself.
    disableBc: true,
    shouldReconnect: ({ code }) => comesBack(closingOf(code)),
    connect: false,
  })

  provider.messageHandlers[frameType.saved] = (_reply, decoder) => {
    resyncs = 0
    onEvent({ type: 'durable', count: readSaved(decoder) })
  }
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
        resync()
        break
      case 'going-away':
        break
      default:
        notice satisfies never
    }
  }

  function comeBackAfter(waitMs: number): void {
    waitBeforeNext(provider, waitMs)
    onEvent({ type: 'retry', at: Date.now() + waitMs })
  }

  /** A fresh connection exchanges state vectors again. A hole in the copy itself is there again each time. */
  function resync(): void {
    resyncs += 1
    provider.disconnect()
    if (resyncs <= mostResyncs) {
      provider.connect()
      return
    }
    stopListening()
    options.onEnded({ next: 'set-aside', cause: 'refused' })
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
    const opened = wasOpen
    wasOpen = false
    onEvent({ type: 'disconnected' })
    // Without an event it was this side that closed it.
    if (event === null) return comeBackAfter(backoff.failed(opened ? 'lost' : 'refused'))
    const closing = closingOf(event.code)
    if (!comesBack(closing)) {
      stopListening()
      options.onEnded(closing)
      return
    }
    const isLost = opened && closing.next === 'reconnect' && closing.when === 'soon'
    comeBackAfter(backoff.failed(isLost ? 'lost' : 'refused'))
    if (closing.next === 'ask') options.onRefused()
    else if (!opened) {
      refusals += 1
      if (isPowerOfTwo(refusals)) options.onRefused()
    }
  })

  // The browser knows of a lost network long before a silent socket does.
  const handleOffline = () => {
    provider.disconnect()
    onEvent({ type: 'disconnected' })
  }
  const handleOnline = () => provider.connect()
  window.addEventListener('offline', handleOffline)
  window.addEventListener('online', handleOnline)
  function stopListening(): void {
    window.removeEventListener('offline', handleOffline)
    window.removeEventListener('online', handleOnline)
  }
  provider.connect()

  return {
    isOpen: () => provider.ws?.readyState === WebSocket.OPEN,
    isOrigin: (origin) => origin === provider,
    destroy() {
      stopListening()
      provider.destroy()
    },
  }
}

/** So many in a row, with nothing stored in between, are no accident of a connection. */
const mostResyncs = 3

/** While a server is away, it is not asked over HTTP each time as well. */
const isPowerOfTwo = (count: number) => (count & (count - 1)) === 0
