import { openStockClient, synced } from '../../clients/stock-client.js'
import type { Peer, PeerOptions } from './peer.js'

/** A peer whose client is y-websocket's own. Resolves when the record is there for the first time. */
export async function keepStock({ url, member, recordId, line }: PeerOptions): Promise<Peer> {
  const provider = openStockClient({ url, through: line.url, member, recordId })
  await synced(provider)
  return {
    doc: provider.doc,
    line,
    end() {
      provider.destroy()
      provider.awareness.destroy()
    },
  }
}
