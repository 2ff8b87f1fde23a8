import * as prng from 'lib0/prng'
import { branch } from '../../chance.js'
import type { Member } from '../../clients/member.js'
import type { SocketClient } from '../../clients/socket-client.js'
import type { Tally } from './tally.js'
import { textOf, wordsIn, writeIn } from './words.js'

export interface TypingOptions {
  recordId: string
  writers: readonly Member[]
  /** Begins the words of this round. */
  round: string
  chance: prng.PRNG
  tally: Tally
  /** Told how many more edits were called saved. */
  onSaved(count: number): void
}

/** Lets people type in a record, and somebody look on, until the server is gone; then counts. */
export async function typeUntilCut(options: TypingOptions): Promise<void> {
  const { recordId, writers, tally } = options
  const [first] = writers
  if (first === undefined) return
  const onlooker = await first.open(recordId, { part: 'listener' })
  await onlooker.sync()
  const clients = await Promise.all(writers.map((writer) => writer.open(recordId)))
  await Promise.all(clients.map((client) => client.sync()))
  await Promise.all(
    clients.map((client, index) =>
      type(client, String.fromCharCode(97 + index), { ...options, chance: branch(options.chance) }),
    ),
  )
  await onlooker.closed
  tally.noteSeen(recordId, wordsIn(textOf(onlooker.doc)))
  for (const client of [...clients, onlooker]) client.close()
}

/** Types as fast as the disk takes it, some steps ahead of it, so that a kill finds edits saved and edits on their way. */
async function type(client: SocketClient, letter: string, options: TypingOptions): Promise<void> {
  const { round, chance, tally, recordId, onSaved } = options
  const ahead = prng.int32(chance, 1, 12)
  const words = new Map<number, string>()
  let told = client.saved()
  while (client.isOpen()) {
    const word = `w${round}${letter}${words.size}`
    writeIn(client.doc, `${word} ${prng.real53(chance) < 0.04 ? pasted(chance) : ''}`)
    words.set(client.sent(), word)
    await client.until('an edit to be saved', () => !client.isOpen() || client.sent() - client.saved() < ahead)
    onSaved(client.saved() - told)
    told = client.saved()
  }
  await client.closed
  tally.typed(words.size)
  const acknowledged = [...words].filter(([frame]) => frame <= client.saved()).map(([, word]) => word)
  tally.noteAcknowledged(recordId, acknowledged)
}

/** Some kilobytes at once, so that journals outgrow their snapshots and kills meet the folding of one into the other. */
function pasted(chance: prng.PRNG): string {
  return `${prng.word(chance, 8, 20)} `.repeat(prng.int32(chance, 100, 600))
}
