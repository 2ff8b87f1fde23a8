import { setTimeout as pause } from 'node:timers/promises'
import * as prng from 'lib0/prng'
import * as Y from 'yjs'
import type { Member } from '../../clients/member.js'
import type { SocketClient } from '../../clients/socket-client.js'
import type { Line } from '../../faults/line.js'

/** Somebody who edits, whether connected or not. */
export interface Peer {
  readonly doc: Y.Doc
  readonly line: Line
  end(): void
}

export interface PeerOptions {
  readonly url: string
  readonly member: Member
  readonly recordId: string
  readonly line: Line
  readonly chance: prng.PRNG
}

/** Connects again whenever the line breaks. Resolves when the record is there for the first time. */
export async function keepConnected({ member, recordId, line, chance }: PeerOptions): Promise<Peer> {
  const doc = new Y.Doc()
  let client: SocketClient | undefined
  let ended = false

  async function attend(arrived: () => void): Promise<void> {
    while (!ended) {
      try {
        client = await member.open(recordId, { doc, through: line.url })
        await client.sync()
        arrived()
        await client.closed
      } catch (error) {
        if (!(error instanceof Error)) throw error
      }
      client?.close()
      await pause(prng.real53(chance) * 150)
    }
  }

  await new Promise<void>((resolve, reject) => {
    attend(resolve).catch(reject)
  })
  return {
    doc,
    line,
    end() {
      ended = true
      client?.close()
    },
  }
}
