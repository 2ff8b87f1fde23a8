import { colophonPeer } from './colophon.js'
import { packagedPeers } from './packaged.js'
import type { Peer } from './peer.js'

/** All that are measured, in the order of the table's columns. */
export const peers: readonly Peer[] = [...packagedPeers, colophonPeer]
