import * as prng from 'lib0/prng'
import type * as Y from 'yjs'
import type { Member } from '../../clients/member.js'
import { lastText } from '../../clients/prose.js'
import { openStockClient, synced } from '../../clients/stock-client.js'
import type { RunContext } from '../../run.js'
import { within } from '../../watched.js'

export interface Visit {
  context: RunContext
  url: string
  member: Member
  recordId: string
  /** By record: the words that were called saved so far. */
  saved: Map<string, Set<string>>
  /** What this visitor will write. */
  word: string
  chance: prng.PRNG
}

const fragmentOf = (doc: Y.Doc) => doc.getXmlFragment('slot:KNOWN_ISSUES')

/** Opens the record, looks whether all is there, writes, and leaves at once or when it is saved. @returns how long it took to be synced, ms */
export async function visitRecord(visit: Visit): Promise<number> {
  const { member, recordId, saved, word, chance } = visit
  const before = [...(saved.get(recordId) ?? [])]
  if (prng.int32(chance, 0, 3) === 0) return lookAsStock(visit, before)
  const since = performance.now()
  const client = await openOnceThere(member, recordId)
  // The record may be deleted under its visitors, who are then sent away: they have seen nothing wrong.
  const isSynced = await client.sync().then(
    () => true,
    () => false,
  )
  const tookMs = performance.now() - since
  if (isSynced) {
    expectAll(visit, client.doc, before)
    const text = lastText(fragmentOf(client.doc))
    text.insert(text.length, `${word} `)
    if (prng.bool(chance))
      await client.until('the edit to be saved', () => !client.isOpen() || client.saved() >= client.sent())
    else await client.sync().catch(() => undefined)
    if (client.saved() >= client.sent()) saved.get(recordId)?.add(word)
  }
  client.close()
  return tookMs
}

async function lookAsStock(visit: Visit, before: readonly string[]): Promise<number> {
  const { url, member, recordId } = visit
  const since = performance.now()
  const provider = openStockClient({ url, member, recordId })
  try {
    await within(synced(provider), 60_000, 'a stock client to be synced')
    expectAll(visit, provider.doc, before)
  } finally {
    provider.destroy()
    provider.awareness.destroy()
  }
  return performance.now() - since
}

function expectAll({ context }: Visit, doc: Y.Doc, words: readonly string[]): void {
  context.holds('S3', doc.store.clients.size > 0, 'A client was called synced before the record was loaded')
  const text = fragmentOf(doc).toString()
  const lost = words.filter((word) => !text.includes(`${word} `))
  context.holds(
    'S3',
    lost.length === 0,
    `A client was called synced without ${lost.length} saved edits: ${lost.slice(0, 5).join(' ')}`,
  )
}

/** While the record is deleted it is not there, and soon it will be. */
async function openOnceThere(member: Member, recordId: string) {
  for (;;) {
    try {
      return await member.open(recordId)
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('404')) throw error
    }
  }
}
