import { syncType } from '@colophon/protocol'
import * as Y from 'yjs'
import { syncFrame } from '../../clients/frames.js'
import type { Member } from '../../clients/member.js'
import { lastText } from '../../clients/prose.js'
import type { SocketClient } from '../../clients/socket-client.js'
import { within } from '../../watched.js'
import { type Attempt, type Note, read } from './parts.js'

const answeredWithinMs = 20_000

/** Writes as a client that somebody else has written with, in each way there is. */
export const forgeEdits: Attempt = async ({ holds, figure }, { ada, mallory }) => {
  const ways: [name: string, forge: (mallory: SocketClient, adas: Y.Doc) => Uint8Array, type: 1 | 2][] = [
    ['goes on after another’s last edit', goOnAs, syncType.update],
    ['goes on after it in an answer', goOnAs, syncType.step2],
    ['hides it among edits of her own', amongOwn, syncType.update],
    ['writes as the client the record was seeded by', (client) => written(client.doc, 1), syncType.update],
  ]
  let refused = 0
  for (const [name, forge, type] of ways) {
    const isRefused = await tryOnce(holds, { ada, mallory, name, forge, type })
    if (isRefused) refused += 1
  }
  await aheadOfItsOwner(holds, ada, mallory)
  await afterRestartOfOwner(holds, ada)
  figure('ways to write as somebody else, refused', `${refused} of ${ways.length}`)
}

interface Try {
  ada: Member
  mallory: Member
  name: string
  forge: (mallory: SocketClient, adas: Y.Doc) => Uint8Array
  type: 1 | 2
}

async function tryOnce(holds: Note, { ada, mallory, name, forge, type }: Try): Promise<boolean> {
  const recordId = await ada.createRecord(name)
  const adas = await ada.open(recordId)
  await adas.sync()
  write(adas.doc, 'honest ')
  await adas.allSaved()
  const forger = await mallory.open(recordId, { part: 'listener' })
  await forger.sync()
  forger.send(syncFrame(type, forge(forger, adas.doc)))
  // The answer to a question that comes after it, unless the socket is closed first.
  await within(Promise.race([forger.closed, forger.sync().catch(() => forger.closed)]), answeredWithinMs, 'an answer')
  write(adas.doc, 'still honest ')
  await adas.allSaved()
  const code = forger.isOpen() ? undefined : (await forger.closed).code
  forger.close()
  holds(
    'A5',
    code === 1008,
    `Mallory ${name}, and her socket was ${code === undefined ? 'left open' : `closed with ${code}`}`,
  )
  const fresh = await ada.open(recordId, { part: 'listener' })
  await fresh.sync()
  holds('A5', !read(fresh).includes('forged'), `Mallory ${name}, and it was stored`)
  holds('A5', !read(adas).includes('forged'), `Mallory ${name}, and it was shown to others`)
  holds('A5', read(fresh).includes('still honest'), `Mallory ${name}, and then Ada’s own edits were not taken any more`)
  for (const client of [adas, fresh]) client.close()
  return code === 1008
}

/** A client id that somebody else took first is lost to its owner, who must be able to go on under another. */
async function aheadOfItsOwner(holds: Note, ada: Member, mallory: Member): Promise<void> {
  const recordId = await ada.createRecord('Squatted')
  const adas = await ada.open(recordId)
  const forger = await mallory.open(recordId, { part: 'listener' })
  await Promise.all([adas.sync(), forger.sync()])
  const taken = adas.doc.clientID
  forger.sendUpdate(written(forger.doc, taken, 'first '))
  await forger.allSaved(answeredWithinMs)
  // Yjs finds its id in use, and takes another.
  await adas.until('the other’s edit', () => read(adas).includes('first'))
  write(adas.doc, 'honest ')
  await adas.allSaved(answeredWithinMs)
  holds('A5', adas.doc.clientID !== taken && adas.isOpen(), 'Ada could not go on under another client id')
  for (const client of [adas, forger]) client.close()
}

/** An owner keeps her client id over reconnections, and in another tab. */
async function afterRestartOfOwner(holds: Note, ada: Member): Promise<void> {
  const recordId = await ada.createRecord('Her own')
  const first = await ada.open(recordId)
  await first.sync()
  write(first.doc, 'once ')
  await first.allSaved()
  first.close()
  const second = await ada.open(recordId, { doc: first.doc })
  await second.sync()
  write(second.doc, 'twice ')
  await second.allSaved()
  holds('A5', second.isOpen(), 'Ada was refused with her own client id')
  second.close()
}

function write(doc: Y.Doc, words: string): void {
  const fragment = doc.getXmlFragment('slot:KNOWN_ISSUES')
  doc.transact(() => {
    const text = lastText(fragment)
    text.insert(text.length, words)
  })
}

const goOnAs = ({ doc }: SocketClient, adas: Y.Doc) => written(doc, adas.clientID)

/** @returns an edit that stands on all that `doc` holds, made by `clientID`. */
function written(doc: Y.Doc, clientID: number, words = 'forged '): Uint8Array {
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(forged)
  forged.clientID = clientID
  write(forged, words)
  return Y.encodeStateAsUpdate(forged, before)
}

function amongOwn(client: SocketClient, adas: Y.Doc): Uint8Array {
  return Y.mergeUpdates([written(client.doc, client.doc.clientID, 'her own '), goOnAs(client, adas)])
}
