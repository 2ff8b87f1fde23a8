import { printRecord, recordTemplate } from '@colophon/template'
import * as Y from 'yjs'
import type { Member } from '../../clients/member.js'
import type { RunContext } from '../../run.js'
import { createWatched } from '../../watched.js'
import type { Peer } from './peer.js'

/** Waits until everybody has the same edits as somebody who opens the record anew, and compares all there is to see. */
export async function compare(
  { holds }: RunContext,
  peers: readonly Peer[],
  member: Member,
  recordId: string,
): Promise<void> {
  const fresh = await member.open(recordId, { part: 'listener' })
  await fresh.sync()
  const docs = [fresh.doc, ...peers.map(({ doc }) => doc)]
  const watched = createWatched()
  for (const doc of docs) doc.on('update', watched.changed)
  try {
    await watched.until('all documents to be the same', () => docs.every((doc) => sameEdits(doc, fresh.doc)))
  } finally {
    for (const doc of docs) doc.off('update', watched.changed)
    fresh.close()
  }
  const exported = await member.markdown(recordId)
  // A root that nobody has asked for is not there; asking makes it so.
  const names = [...new Set(docs.flatMap((doc) => [...doc.share.keys()]))].toSorted()
  const content = contentOf(fresh.doc, names)
  for (const doc of docs) {
    holds('S2', contentOf(doc, names) === content, 'Documents with the same edits do not say the same')
    holds('T8', printRecord(recordTemplate(doc), doc) === exported, 'A document does not print what the server exports')
  }
}

const sameEdits = (left: Y.Doc, right: Y.Doc) => Y.equalSnapshots(Y.snapshot(left), Y.snapshot(right))

/** What a document says in its roots, in an order that does not depend on who did what first. */
function contentOf(doc: Y.Doc, names: readonly string[]): string {
  return JSON.stringify(
    names.map((name) => [name, rootOf(doc, name).toJSON()]),
    sorted,
  )
}

function rootOf(doc: Y.Doc, name: string): Y.XmlFragment | Y.Array<unknown> | Y.Map<unknown> {
  if (name.startsWith('slot:')) return doc.getXmlFragment(name)
  return name === 'unplaced' ? doc.getArray(name) : doc.getMap(name)
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)))
}
