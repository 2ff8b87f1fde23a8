import type { Peer, PeerId } from './servers/peer.js'

/** One thing that is measured, on each peer that can do it. */
export interface Scenario {
  readonly id: string
  /** What is measured on; the table has them in this order. */
  readonly peers: readonly PeerId[]
  /** Fills a folder that every repetition gets a copy of. Where it is left out, the peer is started there once. */
  prepare?(peer: Peer, folder: string, extent: Extent): Promise<void>
  /** One repetition. */
  run(peer: Peer, folder: string, extent: Extent): Promise<Figures>
}

/** How much is done: `quick` is for trying things out, and its figures are not worth keeping. */
export type Extent = 'full' | 'quick'

/** What came out, by name; each scenario has its own. */
export type Figures = Readonly<Record<string, number>>

export const everyPeer: readonly PeerId[] = ['hocuspocus', 'y-websocket', 'relay', 'colophon']
export const storingPeers: readonly PeerId[] = ['hocuspocus', 'y-websocket', 'colophon']
